package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;

/** Server and database come and go under an open page: the person sees what is going on, and what was typed stays. */
@BrowserTest
@Execution(ExecutionMode.SAME_THREAD)
class ResilienceIT {

    private static final By SAVE = By.xpath("//vaadin-button[normalize-space()='Save']");
    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";
    private static final String CUSTOMER = "c0000000-0000-4000-8000-000000000001";

    private static final List<Unreadable> UNREADABLE = List.of(
            new Unreadable("/dashboard", "Dashboard", "These figures could not be loaded."),
            new Unreadable("/dashboard/invoices", "Invoices", "Invoices cannot be read right now"),
            new Unreadable(
                    "/dashboard/invoices/" + INVOICE + "/edit",
                    "Edit Invoice",
                    "This invoice cannot be read right now"),
            new Unreadable("/dashboard/customers", "Customers", "Customers cannot be read right now"),
            new Unreadable("/dashboard/customers/" + CUSTOMER, "Customers", "This customer cannot be read right now"),
            new Unreadable("/dashboard/todos", "Todos", "Todos cannot be read right now"));

    private static OwnApplication application;

    /** A page with what it says in place of what it would read. */
    private record Unreadable(String path, String heading, String sentence) {}

    @BeforeAll
    static void start(@TempDir Path folder) {
        application = new OwnApplication(folder);
    }

    @AfterAll
    static void end() {
        application.close();
    }

    @Test
    void a_restarted_server_gives_back_what_was_typed(Browser browser) {
        var form = open(browser).amount("20.50");

        application.kill();
        browser.find(SAVE).click();
        browser.waitForText("Connection lost");
        application.start();

        new SignInPage(browser).waitFor().signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        browser.waitForHeading("Edit Invoice");
        browser.press("Restore");
        browser.until(ignored -> browser.field("Customer").equals(browser.focused()));
        assertThat(form.amount()).isEqualTo("20.50");
        form.save();
        browser.waitForHeading("Invoices");
        assertThat(amount()).isEqualTo("2050");
    }

    @Test
    void without_the_database_nothing_is_lost_and_with_it_everything_goes_on(Browser browser) {
        var form = open(browser).amount("30.50");

        application.takeDatabaseAway();
        form.save();
        browser.waitForText("The database does not answer. Nothing was saved, and what you typed is still here.");
        browser.click(Browser.testId("download-pdf"));
        browser.waitForText("This invoice cannot be read right now, because the database does not answer.");
        assertThat(form.amount()).isEqualTo("30.50");
        application.bringDatabaseBack();
        form.save();

        browser.waitForHeading("Invoices");
        assertThat(amount()).isEqualTo("3050");
    }

    @Test
    void a_list_that_cannot_be_read_says_so_and_is_read_again(Browser browser) {
        browser.visit(application.address());
        var list = InvoiceListPage.open(browser, "");

        application.takeDatabaseAway();
        browser.fill(browser.inputOf("invoice-search"), "Harbor");
        browser.waitForText("Invoices cannot be read right now, because the database does not answer.");
        application.bringDatabaseBack();
        browser.press("Try again");

        list.waitFor();
        browser.waitForText("Harbor & Pine");
        browser.untilInPage(
                () -> "the focus in the rows",
                "return !!document.querySelector('vaadin-grid').shadowRoot.activeElement?.closest('tbody')");
        assertThat(list.query()).isEqualTo("Harbor");
    }

    @Test
    void a_page_that_is_opened_without_the_database_says_so_in_its_place(Browser browser) {
        browser.visit(application.address());
        SignedIn.open(browser, "/dashboard/todos");
        application.takeDatabaseAway();

        for (var page : UNREADABLE) {
            browser.open(page.path());
            browser.waitForHeading(page.heading());
            browser.waitForText(page.sentence());
            assertThat(browser.find(By.tagName("nav")).getText())
                    .contains("Dashboard", "Invoices", "Customers", "Todos");
        }

        application.bringDatabaseBack();
        browser.press("Try again");
        browser.waitForLoaded();
        browser.waitForNoText(UNREADABLE.getLast().sentence());
        browser.untilInPage(() -> "the focus on the page's content", "return document.activeElement.id === 'content'");
    }

    @Test
    void nobody_is_told_that_a_password_is_wrong_where_the_database_is_away(Browser browser) {
        browser.visit(application.address());
        browser.open("/login");
        var signIn = new SignInPage(browser).waitFor();

        application.takeDatabaseAway();
        signIn.fail(SignInPage.USER, SignInPage.USER_PASSWORD, "Signing in is not possible at the moment.");

        application.bringDatabaseBack();
        signIn.signIn(SignInPage.USER, SignInPage.USER_PASSWORD);
        browser.waitForHeading("Dashboard");
    }

    private static InvoiceFormPage open(Browser browser) {
        browser.visit(application.address());
        SignedIn.open(browser, "/dashboard/invoices/" + INVOICE + "/edit");
        browser.waitForHeading("Edit Invoice");
        return new InvoiceFormPage(browser);
    }

    private static String amount() {
        return application.database().value("select amount from invoices where id = '%s'".formatted(INVOICE));
    }
}
