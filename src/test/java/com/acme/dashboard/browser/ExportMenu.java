package com.acme.dashboard.browser;

import java.util.Objects;
import org.openqa.selenium.By;

/** What makes files of the invoices that a list shows. */
record ExportMenu(Browser browser) {

    private static final By MENU = By.cssSelector("[data-testid='export-menu'] vaadin-menu-bar-button");
    private static final By FILE = By.cssSelector(".export-message a[href]");

    /** CSV or Excel. */
    void choose(String format) {
        browser.click(MENU);
        var item = By.xpath("//vaadin-menu-bar-item[@role='menuitem' and normalize-space()='%s']".formatted(format));
        browser.waitForStillness(item);
        browser.click(item);
    }

    /** The path of the file of all invoices, which this browser does not fetch. */
    String pathOfAll() {
        browser.devTools().keepFromFetching();
        browser.open("/dashboard/invoices");
        browser.waitForLoaded();
        choose("CSV");
        var address = Objects.requireNonNull(browser.present(FILE).getDomProperty("href"));
        return address.substring(address.indexOf('/', "http://".length()));
    }
}
