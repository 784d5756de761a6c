package com.acme.dashboard.browser;

import com.acme.dashboard.browser.Rows.Customer;
import com.acme.dashboard.security.ui.IdleWarning;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What axe-core says of every page and of what opens over it, in both colour modes; and that a small phone holds it all. */
@BrowserTest
class AccessibilityIT {

    private static final String HARBOR = "c0000000-0000-4000-8000-000000000001";
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    private static final String BEYOND_THE_EDGE = """
            const table = document.querySelector('vaadin-grid').shadowRoot.querySelector('#table');
            return table.scrollWidth - table.clientWidth;
            """;

    @Autowired
    private ServletWebServerApplicationContext application;

    @Test
    void axe_finds_nothing_on_any_page_and_a_small_phone_holds_it(Browser browser) {
        var inspection = new Inspection(browser);
        browser.open("/login");
        browser.waitForHeading("Sign in");
        inspection.ofPage("login");
        new SignInPage(browser).signIn(SignInPage.USER, SignInPage.USER_PASSWORD);

        Pages.behindSignIn(HARBOR, "Harbor & Pine", INVOICE).forEach((name, page) -> {
            browser.goTo(page.path());
            browser.waitForHeading(page.heading());
            browser.waitForLoaded();
            inspection.ofPage(name);
        });
        inspection.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/invoices", "/dashboard/customers", "/dashboard/customers/" + HARBOR})
    void no_column_of_a_list_is_beyond_its_edge_however_narrow_the_window_gets(String path, Browser browser) {
        SignedIn.open(browser, path);
        for (var width : new int[] {1280, 1180, 1120, 1030, 970, 910, 800, 360}) {
            browser.devTools().resize(width, 700);
            browser.waitForLoaded();
            browser.until(
                    () -> "all columns within %d pixels".formatted(width),
                    ignored -> Long.valueOf(0).equals(browser.run(BEYOND_THE_EDGE)));
        }
    }

    @Test
    void axe_finds_nothing_in_what_opens_over_a_page(Browser browser, Rows rows) {
        var customer = rows.customer("Over");
        var invoice = rows.invoice(customer, 1_000);
        var inspection = new Inspection(browser);
        SignedIn.open(browser, "/dashboard/invoices/" + invoice + "/edit");

        overAForm(browser, rows, invoice, inspection);
        overACustomer(browser, customer, inspection);
        overEveryPage(browser, inspection);
        overWhoeverIsIdle(browser, inspection);
        inspection.end();
    }

    private static void overAForm(Browser browser, Rows rows, UUID invoice, Inspection inspection) {
        browser.waitForHeading("Edit Invoice");
        var form = new InvoiceFormPage(browser).amount("1.234");
        form.save();
        browser.waitForText("This can be read in two ways.");
        inspection.of("a message at a field");
        form.cancel();
        browser.waitForText("Leave without saving?");
        inspection.of("unsaved changes");
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        rows.changeAmount(invoice, 1_200);
        form.amount("11").save();
        browser.waitForText("Someone else has changed this invoice");
        inspection.of("a conflict");
        browser.press("Take theirs");
        browser.waitForNoText("Someone else has changed this invoice");
    }

    private static void overACustomer(Browser browser, Customer customer, Inspection inspection) {
        browser.open("/dashboard/customers/" + customer.id());
        browser.waitForHeading(customer.name());
        browser.press("Delete");
        browser.waitForText("There is 1 invoice of this customer.");
        inspection.of("a customer that is kept");
        browser.follow("Show the invoice");
        browser.follow("Edit invoice of %s, $12.00".formatted(customer.name()));
        browser.waitForHeading("Edit Invoice");
        browser.press("Delete");
        browser.waitForText("Delete this invoice?");
        inspection.of("a question");
        browser.confirm();
        browser.waitForText("Invoice deleted");
        inspection.of("a message with undo");
    }

    private static void overEveryPage(Browser browser, Inspection inspection) {
        browser.open("/dashboard");
        browser.waitForHeading("Dashboard");
        browser.type("?");
        browser.waitForText("Keyboard shortcuts");
        inspection.of("the shortcuts");
        browser.press("Close");
        var shell = new Shell(browser);
        shell.openMenu();
        inspection.of("the user's menu");
        shell.choose("Change password");
        browser.waitForText("Current password");
        inspection.of("change of password");
        browser.press("Cancel");
        browser.waitForNoText("Current password");
        shell.goTo("Invoices");
        browser.click(Browser.testId("invoice-date-filter"));
        browser.waitForText("Last month");
        inspection.of("a choice of days");
    }

    private void overWhoeverIsIdle(Browser browser, Inspection inspection) {
        browser.open("/dashboard/todos");
        browser.waitForHeading("Todos");
        ServerSession.of(browser, application)
                .onEveryPage(page -> IdleWarning.show(page, Duration.ofMinutes(2), () -> {}));
        browser.waitForText("Are you still there?");
        inspection.of("a warning of idleness");
    }
}
