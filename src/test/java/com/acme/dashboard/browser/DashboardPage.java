package com.acme.dashboard.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page that everybody sees first. */
record DashboardPage(Browser browser) {

    /** Signs in and shows what a query such as {@code ?source=invoices} says. */
    static DashboardPage open(Browser browser, String query) {
        SignedIn.open(browser, "/dashboard" + query);
        return new DashboardPage(browser).waitFor();
    }

    DashboardPage waitFor() {
        browser.waitForHeading("Dashboard");
        browser.waitForLoaded();
        return this;
    }

    /** One of the four at the top, by its test id. */
    String card(String testId) {
        return browser.find(Browser.testId(testId)).getText();
    }

    void followCard(String testId) {
        browser.click(Browser.testId(testId));
    }

    /** A month in the chart, by its name and amount such as {@code November 2024: $448.00}. */
    WebElement bar(String name) {
        return browser.find(By.cssSelector(".chart-link[aria-label='%s']".formatted(name)));
    }

    WebElement focusedBar(String name) {
        return browser.find(By.cssSelector(".chart-link[aria-label='%s']:focus".formatted(name)));
    }

    /** A row of {@code latest-invoices} or {@code top-customers}, by what its address ends with. */
    static By row(String list, String path) {
        return By.cssSelector("[data-testid='%s'] a[href*='%s']".formatted(list, path));
    }

    /** Revenue by month or Paid invoices. */
    void source(String name) {
        browser.click(
                By.xpath("//*[@data-testid='revenue-source']//vaadin-radio-button[contains(., '%s')]".formatted(name)));
    }
}
