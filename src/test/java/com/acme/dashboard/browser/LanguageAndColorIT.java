package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The browser's language and the system's colours, until another one is chosen, before and behind sign-in. */
@BrowserTest
class LanguageAndColorIT {

    private static final String SCHEME = "return getComputedStyle(document.documentElement).colorScheme";

    private static final String HIGHLIGHT = """
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.cssText = 'background: Highlight; forced-color-adjust: none';
            const color = getComputedStyle(probe).backgroundColor;
            probe.remove();
            return color;
            """;

    @Test
    void speaks_the_browsers_language_until_another_one_is_chosen(Browser browser) {
        browser.devTools().accept("de,en-US;q=0.7,en;q=0.3");
        browser.open("/login");
        browser.waitForHeading("Anmeldung");
        browser.fill("E-Mail", SignInPage.USER);
        browser.fill("Passwort", SignInPage.USER_PASSWORD);
        browser.press("Anmelden");
        browser.waitForHeading("Übersicht");

        var shell = new Shell(browser);
        shell.chooseLanguage("en");
        browser.waitForHeading("Dashboard");
        shell.goTo("Invoices");

        shell.signOut();
        browser.waitForHeading("Sign in");
    }

    @Test
    void what_is_chosen_is_told_in_the_systems_colours_where_it_forces_them(Browser browser) {
        InvoiceListPage.open(browser, "?status=pending");

        browser.devTools().forceColors();

        var highlight = browser.run(HIGHLIGHT);
        assertThat(background(browser, "nav[aria-label='Main'] a[aria-current]"))
                .isEqualTo(highlight);
        assertThat(background(browser, "vaadin-radio-button[checked]")).isEqualTo(highlight);
    }

    private static Object background(Browser browser, String selector) {
        return Objects.requireNonNull(browser.run(
                "return getComputedStyle(arguments[0]).backgroundColor", browser.find(By.cssSelector(selector))));
    }

    @Test
    void a_chosen_colour_mode_is_kept_over_reload_and_sign_out(Browser browser) {
        DashboardPage.open(browser, "");
        var shell = new Shell(browser);

        shell.choose("Dark mode");
        browser.until(ignored -> "dark".equals(browser.run(SCHEME)));
        browser.reload();
        browser.waitForHeading("Dashboard");
        assertThat(browser.run(SCHEME)).isEqualTo("dark");
        shell.signOut();
        browser.waitForHeading("Sign in");
        assertThat(browser.run(SCHEME)).isEqualTo("dark");

        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        browser.waitForHeading("Dashboard");
        shell.choose("Light mode");
        browser.until(ignored -> "light".equals(browser.run(SCHEME)));
    }
}
