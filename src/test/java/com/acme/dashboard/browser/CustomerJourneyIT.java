package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** One round through the customers in a real browser, as the people who keep them make it. */
@BrowserTest
class CustomerJourneyIT {

    @Test
    void a_customer_is_created_found_edited_kept_for_an_invoice_and_deleted(Browser browser) {
        browser.open("/dashboard/customers?sort=paid,desc");
        browser.waitForHeading("Sign in");
        browser.fill("Email", "user@acme.test");
        browser.fill("Password", "123456");
        browser.press("Log in");
        browser.waitForHeading("Customers");
        assertThat(browser.path()).contains("sort=paid,desc");

        browser.click(Browser.testId("create-customer"));
        browser.waitForHeading("Create Customer");
        browser.fill("Name", "Mia <b>Novak</b>");
        browser.fill("Email", "mia@novak");
        browser.press("Create Customer");
        browser.waitForText("Write an email address like jane@example.com.");
        browser.fill("Email", "mia@novak.test");
        browser.fill("Image URL", "/images/customers/nobody.svg");
        browser.press("Create Customer");
        browser.waitForHeading("Customers");
        browser.waitForText("Customer created");

        browser.fill(browser.inputOf("customer-search"), "novak.test");
        browser.waitForPath(path -> path.contains("query=novak.test") && path.contains("sort=paid"));
        browser.follow("Edit Mia <b>Novak</b>");
        browser.waitForHeading("Edit Customer");
        browser.fill("Name", "Mia Novak");
        browser.press("Save");
        browser.waitForHeading("Customers");
        browser.waitForText("Customer saved");
        browser.follow("Mia Novak");
        browser.waitForHeading("Mia Novak");
        var initials = browser.find(By.cssSelector(".customer-facts vaadin-avatar"))
                .getShadowRoot()
                .findElement(By.cssSelector("[part='abbr']"));
        browser.until(ignored -> initials.isDisplayed() && "MN".equals(initials.getText()));

        browser.follow("Create Invoice");
        browser.waitForHeading("Create Invoice");
        browser.fill("Amount", "12.50");
        browser.press("Create Invoice");
        browser.waitForHeading("Invoices");
        browser.follow("Mia Novak");
        browser.waitForHeading("Mia Novak");
        browser.waitForText("$12.50");

        browser.press("Delete");
        browser.waitForText("There is 1 invoice of this customer.");
        browser.follow("Show the invoice");
        browser.follow("Edit invoice of Mia Novak, $12.50");
        browser.waitForHeading("Edit Invoice");
        browser.press("Delete");
        browser.confirm();
        browser.waitForHeading("Invoices");

        browser.open("/dashboard/customers?query=novak.test");
        browser.waitForHeading("Customers");
        browser.click(By.cssSelector("[aria-label='Delete Mia Novak']"));
        browser.confirm();
        browser.waitForText("Nothing found for “novak.test”.");
        browser.click(Browser.testId("undo"));
        browser.waitForText("Customer restored");
        browser.follow("Mia Novak");
        browser.waitForHeading("Mia Novak");
    }

    @Test
    void a_customers_invoices_on_a_phone_tell_what_differs_between_them(Browser browser) {
        browser.open("/dashboard/customers/c0000000-0000-4000-8000-000000000001");
        browser.waitForHeading("Sign in");
        browser.signIn("user@acme.test", "123456");
        browser.resize(390, 844);

        var invoice = browser.find(By.cssSelector("[data-testid='invoice-grid'] .row-card"));
        assertThat(invoice.getText().lines()).containsExactly("Dec 6, 2024", "$299.99", "Pending");
    }
}
