package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class SignOutIT {

    @Test
    void signing_out_leads_every_tab_to_sign_in(Browser browser) {
        browser.open("/dashboard/invoices");
        browser.fill("Email", "user@acme.test");
        browser.fill("Password", "123456");
        browser.press("Log in");
        browser.waitForHeading("Invoices");
        var first = browser.openTab();
        browser.open("/dashboard");
        browser.waitForHeading("Dashboard");

        browser.press("Sign Out");

        browser.waitForPath("/login"::equals);
        browser.goToTab(first);
        browser.waitForPath("/login"::equals);
        browser.open("/dashboard");
        browser.waitForHeading("Sign in");
        assertThat(browser.path()).isEqualTo("/login");
    }
}
