package com.acme.dashboard.browser;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core says of every page, in both colour modes and on a phone. */
@BrowserTest
class AccessibilityIT {

    private static final String HARBOR = "c0000000-0000-4000-8000-000000000001";
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axe_finds_nothing_on_any_page(String mode, Browser browser) {
        var faults = new SoftAssertions();
        browser.open("/login");
        browser.useColorMode(mode);
        browser.waitForHeading("Sign in");
        faults.assertThat(browser.accessibilityFaults()).as("login").isEmpty();
        browser.signIn("user@acme.test", "123456");

        for (var width : new int[] {1280, 390}) {
            browser.resize(width, 850);
            Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).forEach((name, page) -> {
                browser.open(page.path());
                browser.waitForHeading(page.heading());
                browser.waitForLoaded();
                faults.assertThat(browser.accessibilityFaults())
                        .as(name + ", " + width + " pixels wide")
                        .isEmpty();
            });
        }
        faults.assertAll();
    }

    @Test
    void no_page_is_wider_than_the_smallest_phone(Browser browser) {
        var faults = new SoftAssertions();
        browser.resize(360, 700);
        browser.open("/login");
        browser.signIn("user@acme.test", "123456");
        Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).forEach((name, page) -> {
            browser.open(page.path());
            browser.waitForHeading(page.heading());
            browser.waitForLoaded();
            faults.assertThat(browser.pageWidth()).as(name).isEqualTo(360);
        });
        faults.assertAll();
    }

    @Test
    void axe_finds_nothing_in_what_opens_over_a_page(Browser browser) {
        var faults = new SoftAssertions();
        browser.open("/login");
        browser.signIn("user@acme.test", "123456");

        browser.open("/dashboard/invoices/" + INVOICE + "/edit");
        browser.waitForHeading("Edit Invoice");
        browser.fill("Amount", "1.234");
        browser.press("Save");
        faults.assertThat(browser.accessibilityFaults())
                .as("a message at a field")
                .isEmpty();
        browser.press("Delete");
        browser.waitForText("Delete this invoice?");
        faults.assertThat(browser.accessibilityFaults()).as("a question").isEmpty();
        browser.confirm();
        browser.waitForText("Invoice deleted");
        faults.assertThat(browser.accessibilityFaults())
                .as("a message with undo")
                .isEmpty();

        browser.open("/dashboard");
        browser.waitForHeading("Dashboard");
        browser.type("?");
        browser.waitForText("Keyboard shortcuts");
        faults.assertThat(browser.accessibilityFaults()).as("the shortcuts").isEmpty();
        faults.assertAll();
    }
}
