package com.acme.dashboard.browser;

import org.openqa.selenium.Keys;

/** The form for one row in Studio. */
record StudioRowForm(Browser browser) {

    StudioRowForm waitFor() {
        browser.find(Browser.testId("studio-row-form"));
        browser.waitForClient();
        return this;
    }

    StudioRowForm fill(String column, String value) {
        browser.fill(browser.field(column), value);
        return this;
    }

    /** The same as {@link #stage}, by keyboard, from the field in which something was just typed. */
    void stageByKey() {
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.find(Browser.testId("studio-edit-apply"));
    }

    /** Keeps the values until they are applied. */
    void stage() {
        browser.click(Browser.testId("studio-stage"));
        browser.find(Browser.testId("studio-edit-apply"));
    }
}
