package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A list opens again where it was left; what is asked of it anew is shown from the top. */
@BrowserTest
class ListPositionIT {

    /** The first argument is the row's number. */
    private static final String IS_KEPT =
            "return Object.values(sessionStorage).includes(String(arguments[0])) && location.search.includes('pending')";

    @Test
    void a_list_is_found_where_it_was_left_and_another_filter_begins_at_the_top(Browser browser, Rows rows) {
        var customer = rows.customer("Ines Roth");
        rows.invoices(customer, 120);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.status("Pending");
        browser.waitForPath(path -> path.contains("status=pending"));
        list.scrollTo(60);
        browser.waitForText("$10.63");
        browser.waitForLoaded();
        var first = list.firstRow();
        browser.untilInPage(() -> "row %s kept".formatted(first), IS_KEPT, first);

        list.edit(customer.name(), "$10.63").cancel();
        list.waitFor();
        browser.until(ignored -> list.firstRow() == first);
        browser.reload();
        list.waitFor();
        browser.until(ignored -> list.firstRow() == first);

        list.status("All");
        browser.waitForPath(path -> !path.contains("status="));
        list.status("Pending");
        browser.waitForPath(path -> path.contains("status=pending"));
        list.waitFor();
        browser.waitForText("$10.01");
        assertThat(list.firstRow()).isZero();
    }
}
