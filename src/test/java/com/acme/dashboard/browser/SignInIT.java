package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The door: who comes in, who does not, and what becomes of an open page when the session ends. */
@BrowserTest
class SignInIT {

    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    @Autowired
    private ServletWebServerApplicationContext application;

    @Test
    void a_user_comes_in_to_everything_but_studio(Browser browser) {
        SignInPage.open(browser, "/");

        browser.waitForHeading("Dashboard");
        assertThat(new Shell(browser).sections()).containsExactly("Dashboard", "Invoices", "Customers", "Todos");
        browser.waitForText("user@acme.test");
    }

    @Test
    void an_administrator_comes_in_to_studio_too(Browser browser) {
        browser.open("/");
        new SignInPage(browser).waitFor().signIn("Admin@Acme.test", SignInPage.ADMIN_PASSWORD);

        browser.waitForHeading("Dashboard");
        assertThat(new Shell(browser).sections())
                .containsExactly("Dashboard", "Invoices", "Customers", "Todos", "Studio");
    }

    @Test
    void a_wrong_password_is_answered_with_one_message_and_the_email_stays(Browser browser) {
        browser.devTools().comeFrom("198.51.100.20");
        browser.open("/login");

        new SignInPage(browser).fail(SignInPage.USER, "wrong", "Incorrect email or password.");

        assertThat(Browser.valueOf(browser.field("Email"))).isEqualTo(SignInPage.USER);
        assertThat(Browser.valueOf(browser.field("Password"))).isEmpty();
        browser.open("/dashboard");
        browser.waitForHeading("Sign in");
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait(Browser browser, Rows rows) {
        var account = rows.account();
        browser.devTools().comeFrom("198.51.100.21");
        browser.open("/login");
        var page = new SignInPage(browser);
        for (var time = 0; time < 5; time++) {
            page.fail(account, "wrong", "Incorrect email or password.");
        }

        page.fail(account, Rows.PASSWORD, "Too many failed attempts. Wait ");
        browser.open("/dashboard");
        browser.waitForHeading("Sign in");
    }

    @Test
    void sign_in_leads_to_the_page_asked_for_with_its_parameters(Browser browser) {
        SignInPage.open(browser, "/dashboard/invoices?status=paid&sort=amount,asc");

        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("status=paid", "sort=amount,asc");
    }

    @Test
    void a_session_is_kept_over_a_reload_and_in_another_tab(Browser browser) {
        SignInPage.open(browser, "/dashboard/customers");
        browser.waitForHeading("Customers");

        browser.reload();
        browser.waitForHeading("Customers");
        browser.openTab();
        browser.open("/login");
        browser.waitForHeading("Dashboard");
    }

    @Test
    void no_page_is_shown_to_somebody_who_is_not_signed_in(Browser browser) {
        for (var path : List.of("/dashboard", "/dashboard/invoices/%s/edit".formatted(INVOICE), "/dashboard/studio")) {
            browser.open(path);
            browser.waitForHeading("Sign in");
        }
    }

    @Test
    void signing_out_leads_every_tab_to_sign_in(Browser browser) {
        SignInPage.open(browser, "/dashboard/invoices");
        browser.waitForHeading("Invoices");
        var first = browser.openTab();
        browser.open("/dashboard");
        browser.waitForHeading("Dashboard");

        new Shell(browser).signOut();

        browser.waitForPath("/login"::equals);
        browser.goToTab(first);
        browser.waitForPath("/login"::equals);
        browser.open("/dashboard");
        browser.waitForHeading("Sign in");
        assertThat(browser.path()).isEqualTo("/login");
    }

    @Test
    void what_was_typed_outlives_the_session(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Session"), 1_000);
        SignInPage.open(browser, "/dashboard/invoices/" + invoice + "/edit");
        browser.waitForHeading("Edit Invoice");
        var form = new InvoiceFormPage(browser);
        form.amount("20.50");

        ServerSession.of(browser, application).expire();
        // In one step, because the page may find out by itself at any moment, and its button goes with it.
        browser.run("""
                [...document.querySelectorAll('vaadin-button')].find(button => button.textContent.trim() === 'Save')?.click()
                """);

        new SignInPage(browser).waitFor().signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        browser.waitForHeading("Edit Invoice");
        browser.waitForText("Restore what you typed?");
        browser.press("Restore");
        browser.waitForClient();
        assertThat(form.amount()).isEqualTo("20.50");
        form.save();
        browser.waitForText("Invoice saved");
        assertThat(rows.amounts()).containsExactly(2_050L);
    }
}
