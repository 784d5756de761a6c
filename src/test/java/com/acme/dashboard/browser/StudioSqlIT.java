package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** An administrator writes SQL. */
@BrowserTest
@Execution(ExecutionMode.SAME_THREAD)
class StudioSqlIT {

    private static final By FIELD = By.cssSelector("acme-sql-editor [role='textbox']");

    private static final String STATEMENTS = """
            -- everybody
            select users.*, repeat('x', 300) as long, 12.50 as amount from users, generate_series(1, 20) order by email;
            select null as nothing where 1 = 1;
            update todos set title = 'x'""";

    @BeforeEach
    void signIn(Browser browser) {
        SignedIn.openAsAdmin(browser, "/dashboard/studio/sql");
        browser.find(FIELD);
    }

    @Test
    void runs_what_the_caret_stands_in_and_all_of_it_from_the_keyboard(Browser browser) {
        write(browser, "select 'first' as word;\nselect 'second' as word");

        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.until(ignored -> results(browser) == 1);

        browser.type(Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ENTER));
        browser.until(ignored -> results(browser) == 2);
    }

    @Test
    void the_keyboard_gets_in_and_out_of_the_editor(Browser browser) {
        write(browser, "select 1");

        browser.type(Keys.TAB);

        assertThat(browser.focused().getDomAttribute("data-testid")).isEqualTo("sql-run");
        browser.type(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(browser.focused().getDomAttribute("role")).isEqualTo("textbox");
    }

    @Test
    void a_fault_is_marked_where_it_is(Browser browser) {
        write(browser, "select 1;\nselect nonsense, 2");

        browser.click(Browser.testId("sql-run-all"));

        browser.waitForText("column \"nonsense\" does not exist");
        assertThat(browser.find(By.cssSelector(".sql-fault")).getText()).startsWith("nonsense");
    }

    @Test
    void a_reload_keeps_the_text_and_the_history_goes_with_signing_out(Browser browser) {
        write(browser, "select 'kept' as word");
        browser.click(Browser.testId("sql-run"));
        browser.waitForText("1 row");

        open(browser, "/dashboard/studio/sql");

        assertThat(browser.find(FIELD).getText()).contains("select 'kept' as word");
        assertThat(stored(browser)).isEqualTo(1);
        browser.press("Sign Out");
        browser.waitForHeading("Sign in");
        assertThat(stored(browser)).isZero();
    }

    @Test
    void the_history_is_searched_used_and_deleted(Browser browser) {
        for (var sql : new String[] {"select 'apple'", "select 'pear'"}) {
            write(browser, sql);
            browser.click(Browser.testId("sql-run"));
            browser.waitForText("1 row");
        }
        browser.click(By.cssSelector("vaadin-details-summary"));

        browser.fill(browser.find(By.cssSelector("acme-sql-history input")), "plum");
        browser.waitForText("No entries match.");
        browser.fill(browser.find(By.cssSelector("acme-sql-history input")), "APPLE");
        browser.click(By.cssSelector(".sql-history-entry"));

        assertThat(browser.find(FIELD).getText()).contains("select 'apple'");
        browser.click(By.cssSelector(".sql-history-remove"));
        browser.waitForText("No entries match.");
        browser.find(By.cssSelector("acme-sql-history input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.click(By.cssSelector(".sql-history-remove"));
        browser.waitForText("Nothing here yet.");
    }

    @Test
    void a_result_arrives_as_a_file_without_a_question_whether_to_leave(Browser browser, @TempDir Path downloads)
            throws IOException {
        browser.devTools().downloadInto(downloads);
        write(browser, "select 'kept' as word, '' as empty, null as nothing");
        browser.click(Browser.testId("sql-run"));
        browser.find(Browser.testId("sql-result"));
        browser.run(Downloads.NOTE_LEAVING);

        browser.click(Browser.testId("sql-download"));

        var file = new Downloads(downloads).await(browser, ".csv");
        assertThat(Files.readAllLines(file)).containsExactly("word,empty,nothing", "kept,\"\",");
        assertThat(browser.run(Downloads.STAYED)).isEqualTo(true);
    }

    @Test
    void a_link_fills_the_editor_and_runs_nothing(Browser browser) {
        write(browser, "select 'mine'");

        open(browser, "/dashboard/studio/sql?sql=select+'from+elsewhere'");

        browser.until(ignored -> browser.find(FIELD).getText().contains("select 'from elsewhere'"));
        assertThat(results(browser)).isZero();
        browser.click(By.cssSelector("vaadin-details-summary"));
        browser.waitForText("select 'mine'");
    }

    @Test
    void cancel_ends_what_takes_long(Browser browser) {
        write(browser, "select pg_sleep(600)");
        browser.click(Browser.testId("sql-run"));

        browser.click(Browser.testId("sql-cancel"));

        browser.waitForText("Cancelled. Nothing was changed.");
    }

    @Test
    void axe_finds_nothing_and_the_page_fits_a_phone(Browser browser) {
        var inspection = new Inspection(browser);
        open(browser, "/dashboard/studio/sql");
        write(browser, STATEMENTS);
        browser.click(Browser.testId("sql-explain"));
        browser.find(Browser.testId("sql-plan"));
        inspection.ofPage("a plan");
        browser.click(Browser.testId("sql-run-all"));
        browser.find(Browser.testId("sql-grid"));
        inspection.ofPage("results");
        inspection.end();
    }

    private static void open(Browser browser, String path) {
        browser.open(path);
        browser.waitForHeading("Studio");
        browser.find(FIELD);
    }

    private static void write(Browser browser, String sql) {
        browser.click(FIELD);
        browser.type(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.type(sql);
    }

    private static int results(Browser browser) {
        return number(browser, "document.querySelectorAll('[data-testid=sql-result]').length");
    }

    private static int stored(Browser browser) {
        return number(browser, "Object.keys(localStorage).filter(key => key.startsWith('acme-sql-')).length");
    }

    private static int number(Browser browser, String script) {
        return ((Number) Objects.requireNonNull(browser.run("return " + script))).intValue();
    }
}
