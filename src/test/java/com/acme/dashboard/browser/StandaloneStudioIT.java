package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.RestrictedDatabase;
import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.studio.standalone.StudioProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** {@code ./db studio}, opened by the address that it prints. */
@BrowserTest
class StandaloneStudioIT {

    @TempDir
    private Path directory;

    @Test
    void the_address_lets_this_browser_in_to_edit_in_production_with_a_reason(Browser browser) {
        try (var process = start(RestrictedDatabase.urlOfTheApplication())) {
            var studio = enter(browser, process);
            assertThat(browser.path()).isEqualTo("/dashboard/studio");

            studio.openTable("todos");
            browser.waitForText("Read-only.");
            browser.click(Browser.testId("studio-editing-begin"));
            browser.fill("Reason", "Ticket 42");
            browser.click(Browser.testId("studio-editing-confirm"));
            studio.addRow().fill("title", "By hand").stage();
            studio.apply();
            browser.waitForText("1 row was changed.");
            browser.click(Browser.testId("studio-audit"));
            browser.waitForText("Ticket 42");
            browser.click(Browser.testId("studio-migrations"));
            browser.waitForText("Nothing is pending");

            browser.open("/dashboard/studio?table=todos&filter=contains,title," + "x".repeat(5_000));
            browser.waitForHeading("Studio");

            browser.press("Close");
            browser.waitForHeading("This door is closed");
        }
    }

    @Test
    void without_an_audit_table_it_is_read_only_and_says_so(Browser browser) {
        var database = new OwnDatabase();
        database.run("create table things (id integer primary key, word text)");
        database.run("insert into things values (1, 'first')");
        try (var process = start(database.url())) {
            enter(browser, process).openTable("things");

            browser.waitForText("Read-only: this database has no audit table");
            browser.waitForText("first");
            assertThat(browser.driver().findElements(By.cssSelector("[aria-label='Edit row 1']")))
                    .isEmpty();
            var inspection = new Inspection(browser);
            inspection.of("the page");
            inspection.end();
        }
    }

    private StudioProcess start(String url) {
        return StudioProcess.start(directory, Map.of("POSTGRES_URL", url));
    }

    private static StudioPage enter(Browser browser, StudioProcess process) {
        var address = process.address();
        browser.visit("http://" + address.getAuthority());
        browser.open(address.getPath() + "?" + address.getQuery());
        return new StudioPage(browser).waitFor();
    }
}
