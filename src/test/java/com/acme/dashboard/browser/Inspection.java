package com.acme.dashboard.browser;

import org.assertj.core.api.SoftAssertions;
import org.openqa.selenium.By;

/**
 * What is looked for on every page: that axe-core finds nothing in either colour mode, and that a small phone holds it. All
 * of it on one visit to the page, since arriving is what takes the time. Nothing moves from the start on.
 */
final class Inspection {

    private static final int HEIGHT = 800;

    /** In the lists of the dashboard; the server makes cards of them, once it has heard how wide the window is now. */
    private static final By ROWS = By.cssSelector(".list-grid:not(.studio-grid, .cards)");

    private final Browser browser;
    private final SoftAssertions faults = new SoftAssertions();

    Inspection(Browser browser) {
        this.browser = browser;
        browser.devTools().keepStill();
        wide();
    }

    /** Looks at the whole page, at 1280 pixels, and in the dark at 360, too; leaves it wide. */
    void ofPage(String page) {
        of(page + ", wide");
        browser.devTools().resize(360, HEIGHT);
        browser.until(
                () -> page + ": cards",
                ignored -> browser.driver().findElements(ROWS).isEmpty());
        browser.waitForLoaded();
        findsAll(page + ", narrow, dark");
        faults.assertThat(browser.pageWidth()).as("%s: its width", page).isEqualTo(360);
        wide();
        browser.waitForLoaded();
    }

    /** Looks at what is shown, as it is. */
    void of(String what) {
        show("light");
        findsAll(what + ", light");
        show("dark");
        faults.assertThat(Axe.faultsOfColors(browser)).as("%s, dark", what).isEmpty();
    }

    private void findsAll(String what) {
        browser.standStill();
        faults.assertThat(Axe.faults(browser)).as(what).isEmpty();
    }

    private void show(String mode) {
        browser.devTools().useSystemColors(mode);
        browser.standStill();
    }

    /** Fails with all that was found. */
    void end() {
        faults.assertAll();
    }

    private void wide() {
        browser.devTools().resize(1280, HEIGHT);
    }
}
