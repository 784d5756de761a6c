package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A press of the mouse that lasts longer than what it brings about: what is pressed stays under the pointer. */
@BrowserTest
class SlowPressIT {

    private static final String TWO_READINGS =
            "This can be read in two ways. Write 1,234.00 for thousands, else at most two decimals.";

    private static final String UNREADABLE = "Write a date like Dec 6, 2024 or 12/6/2024.";

    @Autowired
    private JdbcClient database;

    @Test
    void counts_although_the_message_at_a_field_goes_with_it(Browser browser, Rows rows) {
        var customer = rows.customer("Ola Vik");
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());
        var form = list.create().customer(customer.name()).amount("1.234");
        browser.type(Keys.TAB);
        browser.waitForText(TWO_READINGS);

        form.amount("1234");
        browser.pressSlowly("Create Invoice");

        browser.waitForText("Invoice created");
        assertThat(rows.amounts()).containsExactly(123_400L);
    }

    @Test
    void counts_although_a_message_comes_with_it(Browser browser, Rows rows) {
        var customer = rows.customer("Una Falk");
        rows.invoice(customer, 1_000);
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());
        list.create();

        browser.pressSlowly("Cancel");

        list.waitFor();
        var form = list.edit(customer.name(), "$10.00").amount("1.234");
        browser.pressSlowly("Paid");
        browser.waitForText(TWO_READINGS);
        form.amount("12").save();
        list.waitFor();
        browser.waitForText("Invoice saved");
        list.status("Paid");
        list.waitForAmounts("$12.00");
    }

    @Test
    void counts_although_a_warning_comes_with_it(Browser browser, Rows rows) {
        rows.customer("Bo Ek");
        var list = CustomerListPage.open(browser, "?query=" + rows.mark());
        list.create().name(rows.name("Bo Lund")).email(rows.email("someone"));

        browser.pressSlowly("Create Customer");

        browser.waitForText("Customer created");
    }

    @Test
    void counts_in_a_dialog(Browser browser) {
        database.sql("create table slow_days (id integer primary key, day date)")
                .update();
        database.sql("insert into slow_days values (1, '2024-03-15')").update();
        try {
            var form = StudioPage.open(browser, "?table=slow_days").editRow(1).fill("day", "31.02.2024");
            browser.type(Keys.ENTER);
            browser.waitForText(UNREADABLE);

            form.fill("day", "2/28/2024");
            browser.pressSlowly("Stage", 14);

            browser.find(Browser.testId("studio-edit-apply"));
        } finally {
            database.sql("drop table slow_days").update();
        }
    }
}
