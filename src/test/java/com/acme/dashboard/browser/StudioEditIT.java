package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator changes rows by hand; nothing happens to them before that is wanted. */
@BrowserTest
class StudioEditIT {

    private static final String CLOSES_UNASKED =
            "return window.dispatchEvent(new Event('beforeunload', {cancelable: true}))";

    private static final String SESSION_ENDS = "window.dispatchEvent(new Event('acme-session-ended'));";

    private static final String UNREADABLE = "Write a date like Dec 6, 2024 or 12/6/2024.";

    @Autowired
    private JdbcClient database;

    @Test
    void changes_wait_are_shown_as_sql_applied_together_and_written_down(Browser browser, Browser other, Rows rows) {
        rows.customer("Ada");
        CustomerListPage.open(other, "?query=" + rows.mark());
        var studio = StudioPage.open(browser, "?table=customers&filter=contains,name," + rows.mark());

        studio.editRow(1).fill("name", rows.name("Grace")).stageByKey();
        studio.addRow()
                .fill("name", rows.name("Alan"))
                .fill("email", rows.email("alan"))
                .fill("image_url", "/alan.png")
                .stage();
        browser.waitForText("2 changes");
        browser.run("sessionStorage.setItem('acme-draft:elsewhere', '{}')");
        new Shell(browser).signOut();
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        assertThat(browser.run("return sessionStorage.getItem('acme-draft:elsewhere')"))
                .isEqualTo("{}");
        browser.click(Browser.testId("studio-edit-sql"));
        browser.waitForText("set \"name\" = '%s'".formatted(rows.name("Grace")));
        browser.waitForText("insert into \"public\".\"customers\"");
        browser.press("Close");
        studio.apply();

        browser.waitForText("2 rows were changed.");
        // A colleague's list shows it without being asked to.
        other.waitForText(rows.name("Grace"));
        other.waitForText(rows.name("Alan"));

        waitForFocusOn(browser, "studio-add-row");
        studio.deleteRow(1);
        waitForFocusOn(browser, "studio-add-row");
        studio.apply();
        browser.waitForText("1 row was changed.");
        browser.open("/dashboard/studio/audit?query=" + rows.mark());
        browser.waitForText("insert into \"public\".\"customers\"");
        browser.waitForText(SignInPage.ADMIN);
    }

    @Test
    void a_search_in_the_audit_that_is_typed_in_two_goes_is_one_step_back(Browser browser) {
        SignedIn.openAsAdmin(browser, "/dashboard/studio/audit");
        var search = browser.inputOf("studio-audit-search");
        search.sendKeys("nothing");
        browser.waitForPath(path -> path.endsWith("query=nothing"));
        search.sendKeys("like");
        browser.waitForPath(path -> path.endsWith("query=nothinglike"));

        browser.back();

        browser.waitForPath("/dashboard/studio/audit"::equals);
        browser.until(ignored -> Browser.valueOf(search).isEmpty());
    }

    @Test
    void what_is_typed_is_asked_about_before_it_is_lost(Browser browser, Rows rows) {
        rows.customer("Ada");
        var studio = StudioPage.open(browser, "");
        browser.goTo("/dashboard/studio?table=customers&filter=contains,name," + rows.mark());
        var form = studio.waitFor().editRow(1);
        assertThat(browser.run(CLOSES_UNASKED)).isEqualTo(true);

        form.fill("name", "Half a na");
        assertThat(browser.run(CLOSES_UNASKED)).isEqualTo(false);
        browser.press("Cancel");
        browser.press("Discard changes");
        browser.until(ignored -> Boolean.TRUE.equals(browser.run(CLOSES_UNASKED)));

        studio.editRow(1).fill("name", "Half a na");
        assertThat(browser.run(CLOSES_UNASKED)).isEqualTo(false);
        assertThat(browser.run(SESSION_ENDS + CLOSES_UNASKED)).isEqualTo(true);
        browser.back();
        browser.waitForText("Leave without saving?");
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        assertThat(Browser.valueOf(browser.field("name"))).isEqualTo("Half a na");

        browser.back();
        browser.press("Discard changes");
        browser.waitForPath("/dashboard/studio"::equals);
        browser.until(ignored ->
                browser.driver().findElements(Browser.testId("studio-row-form")).isEmpty());
    }

    @Test
    void what_the_database_refuses_is_said_at_the_value_and_can_be_discarded(Browser browser, Rows rows) {
        var customer = rows.customer("Ada");
        rows.invoice(customer, 1_000);
        var studio = StudioPage.open(browser, "?table=invoices&filter=is,customer_id," + customer.id());

        studio.editRow(1).fill("amount", "0").stage();
        studio.apply();

        browser.waitForText("violates check constraint \"invoices_amount_check\"");
        assertThat(browser.field("amount").getDomAttribute("aria-invalid")).isEqualTo("true");
        browser.press("Cancel");
        browser.click(Browser.testId("studio-edit-discard"));
        browser.press("Discard changes");
        browser.waitForText("1000");
        waitForFocusOn(browser, "studio-add-row");
        assertThat(rows.amounts()).containsExactly(1_000L);
    }

    @Test
    void a_day_that_cannot_be_read_is_neither_left_out_nor_taken_for_none(Browser browser) {
        database.sql("create table dated (id integer primary key, day date)").update();
        database.sql("insert into dated values (1, '2024-03-15')").update();
        try {
            var studio = StudioPage.open(browser, "?table=dated");

            studio.editRow(1).fill("day", "31.02.2024");
            browser.type(Keys.ENTER);
            browser.waitForText(UNREADABLE);
            browser.click(Browser.testId("studio-stage"));
            browser.waitForText(UNREADABLE);
            assertThat(Browser.valueOf(browser.field("day"))).isEqualTo("31.02.2024");
            new StudioRowForm(browser).fill("day", "2/28/2024").stage();

            studio.addRow().fill("id", "2").fill("day", "31.02.2024");
            browser.click(Browser.testId("studio-stage"));
            browser.waitForText(UNREADABLE);
            new StudioRowForm(browser).fill("day", "2/29/2024").stage();
            studio.apply();
            browser.waitForText("2 rows were changed.");
            assertThat(database.sql("select day::text from dated order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("2024-02-28", "2024-02-29");
        } finally {
            database.sql("drop table dated").update();
        }
    }

    @Test
    void the_key_opens_the_row_that_has_the_focus_now(Browser browser, Rows rows) {
        var ada = rows.customer("Ada");
        var bob = rows.customer("Bob");
        var studio = StudioPage.open(browser, "?table=customers&filter=is,id," + ada.id());
        browser.goTo("/dashboard/studio?table=customers&filter=is,id," + bob.id());
        studio.waitFor();
        browser.click(cell(bob.name()));

        browser.back();
        browser.waitForText(ada.name());
        browser.waitForLoaded();
        browser.type(Keys.F2);
        new StudioRowForm(browser).waitFor();
        assertThat(Browser.valueOf(browser.field("name"))).isEqualTo(ada.name());
    }

    @Test
    void the_focus_goes_from_one_change_that_is_taken_back_to_the_next(Browser browser, Rows rows) {
        rows.customer("Ada");
        rows.customer("Bob");
        var studio = StudioPage.open(browser, "?table=customers&filter=contains,name," + rows.mark());
        studio.editRow(1).fill("name", "One").stage();
        studio.editRow(2).fill("name", "Two").stage();
        browser.waitForText("2 changes");
        browser.click(Browser.testId("studio-edit-sql"));
        browser.waitForText("'Two'");

        browser.press("Take back");
        browser.until(ignored -> "Take back".equals(browser.focused().getText()));
        browser.type(Keys.ENTER);

        waitForFocusOn(browser, "studio-add-row");
    }

    private static void waitForFocusOn(Browser browser, String testId) {
        browser.untilInPage(
                () -> "the focus on %s; it is on %s"
                        .formatted(testId, browser.run("return document.activeElement.outerHTML.slice(0, 200)")),
                "return document.activeElement.dataset.testid === arguments[0]",
                testId);
    }

    private static By cell(String text) {
        return By.xpath("//*[@data-testid='studio-grid']//*[normalize-space()='%s']".formatted(text));
    }

    @Test
    void what_a_colleague_has_changed_meanwhile_is_not_overwritten_unasked(Browser browser, Rows rows) {
        var customer = rows.customer("Ada");
        var invoice = rows.invoice(customer, 1_000);
        var studio = StudioPage.open(browser, "?table=invoices&filter=is,customer_id," + customer.id());

        studio.editRow(1).fill("amount", "2000").stage();
        rows.changeAmount(invoice, 3_000);
        studio.apply();

        browser.waitForText("was changed meanwhile");
        assertThat(rows.amounts()).containsExactly(3_000L);
        browser.press("Overwrite with mine");
        browser.waitForText("1 row was changed.");
        assertThat(rows.amounts()).containsExactly(2_000L);
    }
}
