package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One round through the application in a real browser, as the people who send invoices make it. */
@BrowserTest
class InvoiceJourneyIT {

    @Test
    void an_invoice_is_created_found_edited_and_deleted(Browser browser) {
        browser.open("/dashboard/invoices?status=pending");
        browser.waitForHeading("Sign in");
        signIn(browser);
        browser.waitForHeading("Invoices");
        assertThat(browser.path()).startsWith("/dashboard/invoices").contains("status=pending");

        browser.click(Browser.testId("create-invoice"));
        browser.waitForHeading("Create Invoice");
        browser.choose("Customer", "Jane Okafor");
        browser.fill("Amount", "299.99");
        browser.press("Create Invoice");
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice created");

        browser.fill(browser.inputOf("invoice-search"), "jane 299.99");
        browser.waitForPath(path -> path.contains("query=jane"));
        browser.waitForText("$299.99");

        browser.follow("Edit invoice of Jane Okafor, $299.99");
        browser.waitForHeading("Edit Invoice");
        browser.fill("Amount", "310.5");
        browser.press("Save");
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice saved");

        browser.fill(browser.inputOf("invoice-search"), "310.50");
        browser.waitForText("$310.50");
        browser.follow("Edit invoice of Jane Okafor, $310.50");
        browser.waitForHeading("Edit Invoice");
        browser.press("Delete");
        browser.confirm();
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice deleted");
        browser.waitForText("Nothing found for “310.50”.");

        browser.press("Sign Out");
        browser.waitForHeading("Sign in");
        browser.open("/dashboard/invoices");
        browser.waitForHeading("Sign in");
    }

    private static void signIn(Browser browser) {
        browser.fill("Email", "user@acme.test");
        browser.fill("Password", "123456");
        browser.press("Log in");
    }
}
