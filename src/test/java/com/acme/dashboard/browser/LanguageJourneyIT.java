package com.acme.dashboard.browser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The language of the browser, then the one that was chosen, before and behind sign-in. */
@BrowserTest
class LanguageJourneyIT {

    @Test
    void speaks_the_browsers_language_until_another_one_is_chosen(Browser browser) {
        browser.accept("de,en-US;q=0.7,en;q=0.3");
        browser.open("/login");
        browser.waitForHeading("Anmeldung");
        browser.fill("E-Mail", "user@acme.test");
        browser.fill("Passwort", "123456");
        browser.press("Anmelden");
        browser.waitForHeading("Übersicht");

        browser.click(By.cssSelector("[data-testid='user-menu'] vaadin-menu-bar-button"));
        browser.click(By.cssSelector("vaadin-menu-bar-item[lang='en']"));
        browser.waitForHeading("Dashboard");
        browser.open("/dashboard/invoices");
        browser.waitForHeading("Invoices");

        browser.press("Sign Out");
        browser.waitForHeading("Sign in");
    }
}
