package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The form of an invoice: what is wrong with it is said, and nothing typed is lost unasked. */
@BrowserTest
class InvoiceFormIT {

    @Test
    void cancelling_leads_back_to_the_same_list(Browser browser, Rows rows) {
        var customer = rows.customer("Ana Reis");
        rows.invoice(customer, 1_000);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());

        list.edit(customer.name(), "$10.00").cancel();

        list.waitFor();
        assertThat(browser.path()).contains("sort=amount", "query=" + rows.mark());
    }

    @Test
    void unsaved_changes_are_asked_about_before_they_are_lost(Browser browser, Rows rows) {
        var customer = rows.customer("Tom Berg");
        var invoice = rows.invoice(customer, 1_000);
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());
        var form = list.edit(customer.name(), "$10.00").amount("11");

        form.cancel();
        browser.waitForText("Leave without saving?");
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        assertThat(browser.path()).contains(invoice.toString());
        assertThat(form.amount()).isEqualTo("11");

        browser.back();
        browser.waitForText("Leave without saving?");
        browser.press("Discard changes");
        list.waitFor().waitForAmounts("$10.00");
        list.edit(customer.name(), "$10.00").cancel();
        list.waitFor();
        assertThat(rows.amounts()).containsExactly(1_000L);
    }

    @Test
    void each_field_says_what_is_wrong_with_it(Browser browser, Rows rows) {
        var customer = rows.customer("Lea Wolf");
        var form = InvoiceListPage.open(browser, "").create();

        form.create();
        browser.waitForText("Choose a customer.");
        browser.waitForText("Enter an amount.");
        form.amount("1.234").create();
        browser.waitForText("This can be read in two ways.");
        form.amount("0").create();
        browser.waitForText("The amount must be more than $0.00.");
        form.amount("21474836.48").create();
        browser.waitForText("The amount can be at most $21,474,836.47.");
        form.amount("ten").create();
        browser.waitForText("Enter an amount in dollars, for example ");
        form.amount("10").date("someday").create();
        browser.waitForText("Write a date like Dec 6, 2024");
        form.date("12/6/2024").customer(customer.name()).create();

        browser.waitForText("Invoice created");
        assertThat(rows.amounts()).containsExactly(1_000L);
    }

    @Test
    void enter_pressed_twice_on_cancel_loses_nothing(Browser browser, Rows rows) {
        var customer = rows.customer("Pia Moe");
        rows.invoice(customer, 1_000);
        var form = InvoiceListPage.open(browser, "?query=" + rows.mark())
                .edit(customer.name(), "$10.00")
                .amount("11");
        browser.find(Browser.testId("form-cancel")).sendKeys(Keys.ENTER);
        browser.waitForText("Leave without saving?");

        browser.until(ignored -> "Keep editing".equals(browser.focused().getText()));
        browser.type(Keys.ENTER);

        browser.waitForNoText("Leave without saving?");
        browser.waitForHeading("Edit Invoice");
        assertThat(form.amount()).isEqualTo("11");
    }
}
