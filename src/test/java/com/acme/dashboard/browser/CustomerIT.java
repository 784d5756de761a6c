package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Customers in a real browser, as the people who keep them work with them. */
@BrowserTest
class CustomerIT {

    @Test
    void a_customer_is_created_found_and_edited(Browser browser, Rows rows) {
        var list = CustomerListPage.open(browser, "?sort=paid,desc");
        assertThat(browser.path()).contains("sort=paid,desc");

        var form = list.create().name(rows.name("Mia <b>Novak</b>")).email("mia@novak");
        form.create();
        browser.waitForText("Write an email address like jane@example.com.");
        form.email(rows.email("mia")).image("/images/customers/nobody.svg").create();
        browser.waitForText("Customer created");
        list.waitFor();

        list.search(rows.mark());
        assertThat(browser.path()).contains("sort=paid");
        list.edit(rows.name("Mia <b>Novak</b>")).name(rows.name("Mia Novak")).save();
        browser.waitForText("Customer saved");
        list.waitFor();
        list.show(rows.name("Mia Novak"));
        browser.waitForText(rows.email("mia"));
        browser.until(ignored -> initials(browser).startsWith("M"));
    }

    /** Looked for anew each time: what a page shows of a customer is shown again when the customer changes. */
    private static String initials(Browser browser) {
        var initials = browser.find(By.cssSelector(".customer-facts vaadin-avatar"))
                .getShadowRoot()
                .findElement(By.cssSelector("[part='abbr']"));
        return initials.isDisplayed() ? initials.getText() : "";
    }

    @Test
    void a_customer_with_an_invoice_is_kept_and_without_it_deleted_and_brought_back(Browser browser, Rows rows) {
        var customer = rows.customer("Jon Aas");
        rows.invoice(customer, 1_250);
        var list = CustomerListPage.open(browser, "?query=" + rows.mark());
        list.show(customer.name());

        browser.press("Delete");
        browser.waitForText("There is 1 invoice of this customer.");
        browser.follow("Show the invoice");
        browser.follow("Edit invoice of %s, $12.50".formatted(customer.name()));
        browser.waitForHeading("Edit Invoice");
        new InvoiceFormPage(browser).delete();
        browser.waitForHeading(customer.name());

        browser.click(By.cssSelector("nav[aria-label='Breadcrumb'] a"));
        list.waitFor();
        assertThat(browser.path()).isEqualTo("/dashboard/customers?query=" + rows.mark());
        browser.reload();
        list.waitFor().delete(customer.name());
        browser.waitForText("Nothing found for “%s”.".formatted(rows.mark()));
        browser.click(Browser.testId("undo"));
        browser.waitForText("Customer restored");
        list.show(customer.name());
    }

    @Test
    void from_an_invoice_to_its_customer_and_back(Browser browser, Rows rows) {
        var customer = rows.customer("Liv Dahl");
        rows.invoice(customer, 4_200);
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());

        browser.follow(customer.name());
        browser.waitForHeading(customer.name());
        browser.waitForText("$42.00");
        browser.back();

        list.waitFor().waitForAmounts("$42.00");
        assertThat(browser.path()).contains("query=" + rows.mark());
    }

    @Test
    void an_invoice_is_created_from_the_customers_page(Browser browser, Rows rows) {
        var customer = rows.customer("Noa Levi");
        CustomerListPage.open(browser, "?query=" + rows.mark()).show(customer.name());

        browser.follow("Create Invoice");
        browser.waitForHeading("Create Invoice");
        assertThat(Browser.valueOf(browser.field("Customer"))).isEqualTo(customer.name());
        new InvoiceFormPage(browser).amount("12.50").create();

        browser.waitForText("Invoice created");
        browser.waitForHeading(customer.name());
        browser.waitForText("$12.50");
        assertThat(rows.amounts()).containsExactly(1_250L);
    }

    @Test
    void the_last_of_very_many_invoices_of_a_customer_is_scrolled_to_and_few_of_them_are_drawn(
            Browser browser, Rows rows) {
        var customer = rows.customer("Ida Falk");
        rows.invoices(customer, 600);
        SignedIn.open(browser, "/dashboard/customers/" + customer.id());
        browser.waitForHeading(customer.name());
        browser.waitForLoaded();

        var drawn = browser.driver().findElements(By.cssSelector("[data-testid='invoice-grid'] .money"));
        assertThat(drawn.size()).isBetween(2, 99);
        browser.click(By.xpath("//vaadin-grid-sorter[normalize-space()='Amount']"));
        browser.waitForText("$10.01");
        browser.run("document.querySelector('vaadin-grid').scrollToIndex(599)");
        browser.waitForText("$16.00");
    }

    @Test
    void a_customers_invoices_on_a_phone_tell_what_differs_between_them(Browser browser, Rows rows) {
        var customer = rows.customer("Pia Holm");
        rows.invoice(customer, 29_999);
        browser.devTools().resize(390, 844);
        SignedIn.open(browser, "/dashboard/customers/" + customer.id());
        browser.waitForHeading(customer.name());

        var invoice = browser.find(By.cssSelector("[data-testid='invoice-grid'] .row-card"));
        assertThat(invoice.getText().lines()).containsExactly("Mar 15, 2024", "$299.99", "Pending");
    }
}
