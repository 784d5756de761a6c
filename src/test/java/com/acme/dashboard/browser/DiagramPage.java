package com.acme.dashboard.browser;

import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Studio's entity diagram. */
record DiagramPage(Browser browser) {

    private static final By DRAWING = By.cssSelector("[data-testid='studio-diagram'] svg[role='application']");

    DiagramPage waitFor() {
        browser.waitForHeading("Studio");
        browser.find(DRAWING);
        browser.waitForClient();
        return this;
    }

    /** Puts the keyboard's focus on the drawing, as the tab key does. */
    DiagramPage focus() {
        browser.run("arguments[0].focus()", browser.find(DRAWING));
        return this;
    }

    DiagramPage type(CharSequence... keys) {
        browser.type(keys);
        return this;
    }

    /** Leads from the drawing to one of its tables. */
    DiagramPage tab() {
        return type(Keys.TAB);
    }

    DiagramPage press(String button) {
        browser.click(Browser.testId("diagram-" + button));
        return this;
    }

    /** Drags a table to the right by so many pixels. */
    void drag(String table, int pixels) {
        new Actions(browser.driver())
                .dragAndDropBy(browser.find(table(table)), pixels, 0)
                .perform();
    }

    void download() {
        browser.click(Browser.testId("diagram-download"));
    }

    /** The table with the focus, by schema and name. */
    String focused() {
        var label = browser.focused().getDomAttribute("aria-label");
        return Objects.requireNonNull(label).split(";", 2)[0];
    }

    /** How many pixels of the screen a table is wide. */
    int widthOf(String table) {
        return browser.find(table(table)).getRect().getWidth();
    }

    /** How many pixels from the left of the screen a table is. */
    int leftOf(String table) {
        return browser.find(table(table)).getRect().getX();
    }

    private static By table(String name) {
        return By.cssSelector("[role='link'][aria-label^='%s']".formatted(name));
    }
}
