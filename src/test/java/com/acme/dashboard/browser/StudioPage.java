package com.acme.dashboard.browser;

import java.util.Objects;
import org.openqa.selenium.By;

/** Studio's data browser. */
record StudioPage(Browser browser) {

    private static final By GRID = Browser.testId("studio-grid");

    /** Signs in as an administrator and shows what a query such as {@code ?table=customers} says. */
    static StudioPage open(Browser browser, String query) {
        SignedIn.openAsAdmin(browser, "/dashboard/studio" + query);
        return new StudioPage(browser).waitFor();
    }

    StudioPage waitFor() {
        browser.waitForHeading("Studio");
        browser.waitForLoaded();
        return this;
    }

    /** Narrows the tables down to one and follows its link. */
    void openTable(String name) {
        browser.fill(browser.inputOf("studio-find-table"), name);
        browser.click(
                By.xpath("//*[@data-testid='studio-tables']//a[normalize-space(.//span[1])='%s']".formatted(name)));
        browser.find(GRID);
        browser.waitForLoaded();
    }

    /** Adds a condition on a column, with its first operator. */
    void filter(String column, String value) {
        fillFilter(column, value);
        browser.click(Browser.testId("studio-filter-apply"));
        waitForFilter();
    }

    /** The same as {@link #filter}, by keyboard, from the field in which the value was just typed. */
    void filterByKey(String column, String value) {
        fillFilter(column, value);
        browser.devTools().pressEnter(this::waitForFilter);
    }

    private void fillFilter(String column, String value) {
        browser.click(Browser.testId("studio-add-filter"));
        browser.choose("Column", column);
        browser.fill("Value", value);
    }

    private void waitForFilter() {
        browser.waitForPath(path -> path.contains("filter="));
        browser.waitForLoaded();
    }

    /** Scrolls the rows to their last column; answers by how many pixels. */
    long scrollToLastColumn() {
        // The bar for scrolling down, which comes and goes with the number of rows, takes some pixels at the end.
        browser.run(
                "const {table} = arguments[0].$; table.scrollLeft = table.scrollWidth - table.clientWidth - 20",
                browser.find(GRID));
        browser.waitForLoaded();
        return scrolledSideways();
    }

    /** By how many pixels the rows are scrolled sideways. */
    long scrolledSideways() {
        return (Long) Objects.requireNonNull(
                browser.run("return Math.round(arguments[0].$.table.scrollLeft)", browser.find(GRID)));
    }

    /** Sorts the rows by a column that is in view. */
    void sort(String column) {
        browser.click(By.xpath("//vaadin-grid-sorter[.//span='%s']".formatted(column)));
        browser.waitForPath(path -> path.contains("sort=" + column));
        browser.waitForLoaded();
    }

    /** Opens the form for a row, by its number from 1. */
    StudioRowForm editRow(int number) {
        browser.click(edit(number));
        return new StudioRowForm(browser).waitFor();
    }

    /** Opens the form for a new row. */
    StudioRowForm addRow() {
        browser.click(Browser.testId("studio-add-row"));
        return new StudioRowForm(browser).waitFor();
    }

    /** Has a row wait to be deleted, by its number from 1. */
    void deleteRow(int number) {
        browser.checkRowOf(edit(number));
        browser.click(Browser.testId("studio-delete-rows"));
    }

    /** Applies everything that waits. */
    void apply() {
        browser.click(Browser.testId("studio-edit-apply"));
    }

    private static By edit(int number) {
        return By.cssSelector("[aria-label='Edit row %d']".formatted(number));
    }

    /** Opens the first row with all its values. */
    void openRow() {
        browser.click(By.cssSelector("[aria-label='Open row 1']"));
        browser.find(Browser.testId("studio-row"));
    }
}
