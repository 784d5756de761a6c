package com.acme.dashboard.browser;

import com.acme.dashboard.browser.Rows.Customer;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core says of every page and of what opens over it, in both colour modes; and that a small phone holds it all. */
@BrowserTest
class AccessibilityIT {

    private static final String HARBOR = "c0000000-0000-4000-8000-000000000001";
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    private static final String BEYOND_THE_EDGE = """
            const table = document.querySelector('vaadin-grid').shadowRoot.querySelector('#table');
            return table.scrollWidth - table.clientWidth;
            """;

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 390", "dark, 1280", "dark, 390"})
    void axe_finds_nothing_on_any_page(String mode, int width, Browser browser) {
        var faults = new SoftAssertions();
        browser.devTools().resize(width, 850);
        browser.open("/login");
        browser.useColorMode(mode);
        browser.waitForHeading("Sign in");
        faults.assertThat(Axe.faults(browser)).as("login").isEmpty();
        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);

        Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).forEach((name, page) -> {
            browser.open(page.path());
            browser.waitForHeading(page.heading());
            browser.waitForLoaded();
            faults.assertThat(Axe.faults(browser)).as(name).isEmpty();
        });
        faults.assertAll();
    }

    @Test
    void no_page_is_wider_than_the_smallest_phone(Browser browser) {
        var faults = new SoftAssertions();
        browser.devTools().resize(360, 700);
        browser.open("/login");
        faults.assertThat(browser.pageWidth()).as("login").isEqualTo(360);
        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).forEach((name, page) -> {
            browser.open(page.path());
            browser.waitForHeading(page.heading());
            browser.waitForLoaded();
            faults.assertThat(browser.pageWidth()).as(name).isEqualTo(360);
        });
        faults.assertAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 910, 970, 1030, 1120, 1180, 1280})
    void no_column_of_a_list_is_beyond_its_edge(int width, Browser browser) {
        var faults = new SoftAssertions();
        browser.devTools().resize(width, 700);
        SignInPage.open(browser, "/dashboard");
        for (var path : List.of("/dashboard/invoices", "/dashboard/customers", "/dashboard/customers/" + HARBOR)) {
            browser.open(path);
            browser.waitForLoaded();
            faults.assertThat(browser.run(BEYOND_THE_EDGE)).as(path).isEqualTo(0L);
        }
        faults.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axe_finds_nothing_in_what_opens_over_a_page(String mode, Browser browser, Rows rows) {
        var customer = rows.customer("Over");
        var invoice = rows.invoice(customer, 1_000);
        var faults = new SoftAssertions();
        browser.open("/login");
        browser.useColorMode(mode);
        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);

        overAForm(browser, rows, invoice, faults);
        overACustomer(browser, customer, faults);
        overEveryPage(browser, faults);
        faults.assertAll();
    }

    private static void overAForm(Browser browser, Rows rows, UUID invoice, SoftAssertions faults) {
        browser.open("/dashboard/invoices/" + invoice + "/edit");
        browser.waitForHeading("Edit Invoice");
        var form = new InvoiceFormPage(browser).amount("1.234");
        form.save();
        browser.waitForText("This can be read in two ways.");
        faults.assertThat(Axe.faults(browser)).as("a message at a field").isEmpty();
        form.cancel();
        browser.waitForText("Leave without saving?");
        faults.assertThat(Axe.faults(browser)).as("unsaved changes").isEmpty();
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        rows.changeAmount(invoice, 1_200);
        form.amount("11").save();
        browser.waitForText("Someone else has changed this invoice");
        faults.assertThat(Axe.faults(browser)).as("a conflict").isEmpty();
        browser.press("Take theirs");
        browser.waitForNoText("Someone else has changed this invoice");
    }

    private static void overACustomer(Browser browser, Customer customer, SoftAssertions faults) {
        browser.open("/dashboard/customers/" + customer.id());
        browser.waitForHeading(customer.name());
        browser.press("Delete");
        browser.waitForText("There is 1 invoice of this customer.");
        faults.assertThat(Axe.faults(browser)).as("a customer that is kept").isEmpty();
        browser.follow("Show the invoice");
        browser.follow("Edit invoice of %s, $12.00".formatted(customer.name()));
        browser.waitForHeading("Edit Invoice");
        browser.press("Delete");
        browser.waitForText("Delete this invoice?");
        faults.assertThat(Axe.faults(browser)).as("a question").isEmpty();
        browser.confirm();
        browser.waitForText("Invoice deleted");
        faults.assertThat(Axe.faults(browser)).as("a message with undo").isEmpty();
    }

    private static void overEveryPage(Browser browser, SoftAssertions faults) {
        browser.open("/dashboard");
        browser.waitForHeading("Dashboard");
        browser.type("?");
        browser.waitForText("Keyboard shortcuts");
        faults.assertThat(Axe.faults(browser)).as("the shortcuts").isEmpty();
        browser.press("Close");
        new Shell(browser).choose("Change password");
        browser.waitForText("Current password");
        faults.assertThat(Axe.faults(browser)).as("change of password").isEmpty();
    }
}
