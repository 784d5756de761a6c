package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.browser.Rows.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An administrator looks into the database. */
@BrowserTest
class StudioIT {

    private static final List<String> PAGES = List.of(
            "/dashboard/studio",
            "/dashboard/studio?table=invoices&filter=at-least,amount,1",
            "/dashboard/studio?table=customers&filter=is,name,nobody",
            "/dashboard/studio/migrations",
            "/dashboard/studio/audit");

    @Test
    void finds_a_table_and_its_rows_and_follows_a_foreign_key_and_comes_back(Browser browser, Rows rows) {
        Customer customer = rows.customer("Studio");
        rows.invoice(customer, 4_711);
        var studio = StudioPage.open(browser, "");

        studio.openTable("customers");
        studio.filter("name", rows.mark());
        browser.waitForText("1 row");
        studio.openRow();
        browser.follow("public.invoices (customer_id)");
        studio.waitFor();

        browser.waitForText("4711");
        browser.follow(customer.id().toString());
        studio.waitFor();
        browser.waitForText(customer.name());
        browser.back();
        browser.waitForText("4711");
        browser.reload();
        browser.waitForText("4711");
    }

    @Test
    void enter_filters_by_what_was_just_typed(Browser browser, Rows rows) {
        var customer = rows.customer("Typed");
        var studio = StudioPage.open(browser, "?table=customers");

        studio.filterByKey("name", rows.mark());

        assertThat(browser.path()).contains(rows.mark());
        browser.waitForText("1 row");
        browser.waitForText(customer.name());
    }

    @Test
    void a_table_stays_where_it_is_while_its_rows_are_sorted_and_filtered(Browser browser, Rows rows) {
        rows.invoice(rows.customer("Wide"), 4_712);
        var studio = StudioPage.open(browser, "?table=invoices");
        browser.devTools().resize(1000, 700);

        var scrolled = studio.scrollToLastColumn();
        studio.sort("version");

        assertThat(scrolled).isPositive();
        assertThat(studio.scrolledSideways()).isEqualTo(scrolled);
        assertThat(browser.focused().getText()).contains("version");

        studio.filter("amount", "4712");
        assertThat(browser.path()).contains("sort=version");
        assertThat(studio.scrolledSideways()).isEqualTo(scrolled);
        assertThat(browser.focused().getText()).isEqualTo("Add filter");

        browser.press("amount is 4712");
        browser.waitForPath(path -> !path.contains("filter="));
        browser.waitForLoaded();
        assertThat(browser.focused().getText()).isEqualTo("Add filter");
        browser.back();
        browser.waitForPath(path -> path.contains("filter="));
        browser.waitForText("amount is 4712");
        assertThat(studio.scrolledSideways()).isEqualTo(scrolled);
    }

    @Test
    void a_tablet_has_room_for_the_tables_or_for_the_rows_of_one(Browser browser) {
        var studio = StudioPage.open(browser, "?table=invoices");
        browser.devTools().resize(800, 900);

        browser.find(By.cssSelector("[aria-label='Open row 1']"));
        browser.waitForNoText("month_totals");
        browser.follow("Tables");

        studio.openTable("customers");
    }

    @Test
    void is_not_there_for_those_who_are_not_administrators(Browser browser) {
        SignedIn.open(browser, "/dashboard/studio");

        browser.waitForHeading("Not found");
        assertThat(new Shell(browser).sections()).doesNotContain("Studio");
    }

    @Test
    void axe_finds_nothing_and_every_page_fits_a_phone(Browser browser) {
        var inspection = new Inspection(browser);
        StudioPage.open(browser, "");
        for (var page : PAGES) {
            browser.goTo(page);
            new StudioPage(browser).waitFor();
            inspection.ofPage(page);
        }
        browser.goTo("/dashboard/studio?table=invoices");
        new StudioPage(browser).waitFor().editRow(1);
        inspection.ofPage("a row's form");
        browser.press("Cancel");
        browser.goTo("/dashboard/studio?table=users");
        new StudioPage(browser).waitFor().openRow();
        inspection.of("a row");
        inspection.end();
    }
}
