package com.acme.dashboard.browser;

import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebElement;
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

    /** The same with a finger. */
    void dragByTouch(String table, int pixels) {
        var place = browser.find(table(table)).getRect();
        var from = new Point(place.x + place.width / 2, place.y + place.height / 2);
        browser.devTools().dragByTouch(from, from.moveBy(pixels, 0));
    }

    void download() {
        browser.click(Browser.testId("diagram-download"));
    }

    /** Looks for a table of the schema by its name and has the diagram show it. */
    DiagramPage choose(String table) {
        browser.fill(browser.inputOf("diagram-table"), table);
        browser.click(By.xpath("//vaadin-combo-box-item[normalize-space()='%s' and not(@hidden)]".formatted(table)));
        browser.waitForPath(path -> path.endsWith("table=" + table));
        return waitFor();
    }

    /** Whether the focus is on the drawing itself. */
    boolean hasFocus() {
        return browser.focused().equals(browser.find(DRAWING));
    }

    /** The table that the diagram is about, by schema and name. */
    String marked() {
        return name(browser.find(By.cssSelector("[data-testid='studio-diagram'] [aria-current='true']")));
    }

    /** The table with the focus, by schema and name. */
    String focused() {
        return name(browser.focused());
    }

    private static String name(WebElement table) {
        return Objects.requireNonNull(table.getDomAttribute("aria-label")).split(";", 2)[0];
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

    /** How many pixels below the upper edge of the drawing a table begins; negative where that is out of sight. */
    int below(String table) {
        return browser.find(table(table)).getRect().getY()
                - browser.find(DRAWING).getRect().getY();
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
