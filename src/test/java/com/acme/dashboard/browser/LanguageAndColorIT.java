package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.invoices.InvoiceStatus;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The browser's language and the system's colours, until another one is chosen, before and behind sign-in. */
@BrowserTest
class LanguageAndColorIT {

    private static final String SCHEME = "return getComputedStyle(document.documentElement).colorScheme";

    private static final String SYSTEM_COLOUR = """
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.cssText = `color: ${arguments[0]}; forced-color-adjust: none`;
            const { color } = getComputedStyle(probe);
            probe.remove();
            return color;
            """;

    /** How much the edge of that part of a component stands out from what is around it, as WCAG reckons it. */
    private static final String CONTRAST_OF_EDGE = """
            const edge = getComputedStyle(arguments[0].shadowRoot.querySelector(arguments[1])).borderTopColor;
            const around = [];
            for (let it = arguments[0]; it; it = it.parentElement) around.unshift(getComputedStyle(it).backgroundColor);
            const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
            const luminance = (colours) => {
              colours.forEach((colour) => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); });
              const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((it) => it / 255)
                .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
              return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            };
            const [darker, lighter] = [luminance(around), luminance([...around, edge])].sort((one, other) => one - other);
            return (lighter + 0.05) / (darker + 0.05);
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

        var highlight = systemColour(browser, "Highlight");
        assertThat(style(browser, "nav[aria-label='Main'] a[aria-current]", "backgroundColor"))
                .isEqualTo(highlight);
        assertThat(style(browser, "vaadin-radio-button[checked]", "backgroundColor"))
                .isEqualTo(highlight);
    }

    @Test
    void what_stands_on_a_colour_of_the_system_has_the_one_that_belongs_to_it(Browser browser) {
        StudioPage.open(browser, "?table=customers");

        browser.devTools().forceColors();

        var chosen = "[data-testid='studio-tables'] a[aria-current='true'] ";
        var onHighlight = systemColour(browser, "HighlightText");
        assertThat(style(browser, chosen + "svg", "color")).isEqualTo(onHighlight);
        assertThat(style(browser, chosen + "span:last-child", "color")).isEqualTo(onHighlight);
    }

    @Test
    void a_figure_over_a_bar_has_the_systems_colour_of_text(Browser browser, Rows rows) {
        var customer = rows.customer("Ari Lund");
        rows.invoice(customer, 1_000, InvoiceStatus.PAID, LocalDate.of(2024, 12, 1));
        SignedIn.open(browser, "/dashboard/customers/" + customer.id());

        browser.devTools().forceColors();

        assertThat(style(browser, "[data-testid='paid-months'] li div span", "color"))
                .isEqualTo(systemColour(browser, "CanvasText"));
    }

    private static Object systemColour(Browser browser, String name) {
        return Objects.requireNonNull(browser.run(SYSTEM_COLOUR, name));
    }

    private static Object style(Browser browser, String selector, String property) {
        return Objects.requireNonNull(browser.run(
                "return getComputedStyle(arguments[0])[arguments[1]]",
                browser.present(By.cssSelector(selector)),
                property));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void edges_stand_out_where_the_system_asks_for_contrast(String mode, Browser browser) {
        browser.devTools().useSystemColors(mode);
        InvoiceListPage.open(browser, "");

        browser.devTools().askForContrast();

        assertThat(contrastOfEdge(browser, "vaadin-text-field", "[part='input-field']"))
                .isGreaterThan(3);
        assertThat(contrastOfEdge(browser, "vaadin-grid-cell-content vaadin-checkbox", "[part='checkbox']"))
                .isGreaterThan(3);
    }

    private static double contrastOfEdge(Browser browser, String component, String part) {
        var edge = browser.run(CONTRAST_OF_EDGE, browser.present(By.cssSelector(component)), part);
        return ((Number) Objects.requireNonNull(edge)).doubleValue();
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
