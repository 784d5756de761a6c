package com.acme.dashboard.browser;

import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Studio's entity diagram. */
record DiagramPage(Browser browser) {

    private static final By DRAWING = By.cssSelector("[data-testid='studio-diagram'] svg[role='application']");

    private static final By AWAY = By.cssSelector("[data-testid='studio-diagram'] .is-away");

    private static final String IN_SIGHT = """
            const seen = arguments[0].getBoundingClientRect();
            return [...arguments[0].querySelectorAll('.is-away')].every((table) => {
              const { left, right, top, bottom } = table.getBoundingClientRect();
              return right <= seen.left || left >= seen.right || bottom <= seen.top || top >= seen.bottom;
            });
            """;

    DiagramPage waitFor() {
        browser.waitForHeading("Studio");
        browser.find(DRAWING);
        browser.waitForClient();
        return this;
    }

    /** Puts the keyboard's focus on the drawing. */
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

    /** Opens a table as an assistive tool does. */
    void activate(String table) {
        browser.run(
                "arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true }))", browser.find(table(table)));
    }

    /** How many pixels of the screen a table is wide. */
    int widthOf(String table) {
        return browser.find(table(table)).getRect().getWidth();
    }

    /** How many pixels from the left of the screen a table is. */
    int leftOf(String table) {
        return browser.find(table(table)).getRect().getX();
    }

    /** Whether any table has no columns to show. */
    boolean hidesColumns() {
        return !browser.driver().findElements(AWAY).isEmpty();
    }

    /** Whether all that is to be seen of any table has its columns. */
    boolean hidesColumnsOutOfSightOnly() {
        return Boolean.TRUE.equals(browser.run(IN_SIGHT, browser.find(DRAWING)));
    }

    private static By table(String name) {
        return By.cssSelector("[role='link'][aria-label^='%s']".formatted(name));
    }
}
