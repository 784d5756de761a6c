package com.acme.dashboard.browser;

import org.openqa.selenium.By;

/** The list of all customers. */
record CustomerListPage(Browser browser) {

    /** Signs in and shows what a query such as {@code ?sort=paid,desc} says. */
    static CustomerListPage open(Browser browser, String query) {
        SignedIn.open(browser, "/dashboard/customers" + query);
        return new CustomerListPage(browser).waitFor();
    }

    CustomerListPage waitFor() {
        browser.waitForHeading("Customers");
        browser.waitForLoaded();
        return this;
    }

    void search(String query) {
        browser.fill(browser.inputOf("customer-search"), query);
        browser.waitForPath(path -> path.contains("query=" + query));
        browser.waitForLoaded();
    }

    CustomerFormPage create() {
        browser.click(Browser.testId("create-customer"));
        browser.waitForHeading("Create Customer");
        return new CustomerFormPage(browser);
    }

    CustomerFormPage edit(String name) {
        browser.follow("Edit " + name);
        browser.waitForHeading("Edit Customer");
        return new CustomerFormPage(browser);
    }

    void delete(String name) {
        browser.click(By.cssSelector("[aria-label='Delete %s']".formatted(name)));
        browser.confirm();
    }

    /** Follows the name to the customer's own page. */
    void show(String name) {
        browser.follow(name);
        browser.waitForHeading(name);
    }
}
