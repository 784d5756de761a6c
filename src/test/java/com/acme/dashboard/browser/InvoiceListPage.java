package com.acme.dashboard.browser;

import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The list of all invoices. */
record InvoiceListPage(Browser browser) {

    private static final String PATH = "/dashboard/invoices";

    /** Signs in and shows what a query such as {@code ?status=paid} says. */
    static InvoiceListPage open(Browser browser, String query) {
        SignedIn.open(browser, PATH + query);
        return new InvoiceListPage(browser).waitFor();
    }

    InvoiceListPage waitFor() {
        browser.waitForHeading("Invoices");
        browser.waitForLoaded();
        return this;
    }

    /** What stands on paper is made by a script that a page does not wait for. */
    void awaitPrinting() {
        browser.untilInPage(() -> "what prints lists", "return customElements.get('acme-printed-list')");
    }

    InvoiceListPage search(String query) {
        browser.fill(browser.inputOf("invoice-search"), query);
        browser.waitForPath(path -> path.contains("query="));
        browser.waitForLoaded();
        return this;
    }

    String query() {
        return Browser.valueOf(browser.inputOf("invoice-search"));
    }

    /** All, Pending or Paid. */
    void status(String name) {
        browser.click(By.xpath(
                "//*[@data-testid='invoice-status-filter']//vaadin-radio-button[contains(., '%s')]".formatted(name)));
    }

    void sortBy(String column) {
        browser.click(By.xpath("//vaadin-grid-sorter[normalize-space()='%s']".formatted(column)));
    }

    /** By the menu above cards: a column's name, Ascending or Descending. */
    void sortCardsBy(String choice) {
        browser.click(By.cssSelector("[data-testid='sort-menu'] vaadin-menu-bar-button"));
        // The driver takes what is drawn above the grid for cut off by it, and would wait for it for ever.
        var item = browser.present(By.xpath("//vaadin-menu-bar-item[normalize-space()='%s']".formatted(choice)));
        new Actions(browser.driver()).click(item).perform();
    }

    /** The amounts of the rows that are shown, from the top. */
    List<String> amounts() {
        browser.waitForLoaded();
        return browser.driver().findElements(By.cssSelector("[data-testid='invoice-grid'] .money")).stream()
                .filter(WebElement::isDisplayed)
                .sorted((one, other) ->
                        one.getLocation().getY() - other.getLocation().getY())
                .map(WebElement::getText)
                .toList();
    }

    void waitForAmounts(String... amounts) {
        browser.until(
                () -> "the amounts %s; there are %s".formatted(List.of(amounts), amounts()),
                ignored -> amounts().equals(List.of(amounts)));
    }

    /** Scrolls until the row with that number, counted from 0, is at the top where there are enough below it. */
    void scrollTo(int row) {
        browser.run("document.querySelector('vaadin-grid').scrollToIndex(arguments[0])", row);
    }

    /** The number of the row at the top, counted from 0. */
    long firstRow() {
        return (Long)
                Objects.requireNonNull(browser.run("return document.querySelector('vaadin-grid')._firstVisibleIndex"));
    }

    InvoiceFormPage create() {
        browser.click(Browser.testId("create-invoice"));
        browser.waitForHeading("Create Invoice");
        return new InvoiceFormPage(browser);
    }

    InvoiceFormPage edit(String customer, String amount) {
        browser.follow("Edit invoice of %s, %s".formatted(customer, amount));
        browser.waitForHeading("Edit Invoice");
        return new InvoiceFormPage(browser);
    }

    void delete(String customer, String amount) {
        browser.click(By.cssSelector("[aria-label='Delete invoice of %s, %s']".formatted(customer, amount)));
        browser.confirm();
    }

    void markPaid(String customer, String amount) {
        browser.click(By.cssSelector("[aria-label='Mark invoice of %s, %s as paid']".formatted(customer, amount)));
    }

    void select(String customer, String amount) {
        browser.checkRowOf(By.cssSelector("[aria-label='Edit invoice of %s, %s']".formatted(customer, amount)));
    }

    /** Presses a button of the bar that is there while rows are selected. */
    void withSelected(String button) {
        browser.click(By.xpath(
                "//*[@data-testid='invoice-selection']//vaadin-button[normalize-space()='%s']".formatted(button)));
    }
}
