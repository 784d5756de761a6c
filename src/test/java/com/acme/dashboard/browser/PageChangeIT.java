package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Another page comes within the application, as it would come from the server: at its top, and not in silence. */
@BrowserTest
class PageChangeIT {

    private static final By STATUS = Browser.testId("route-announcer");

    private static final String SCROLL_DOWN = "document.getElementById('content').style.minHeight = '4000px';"
            + "window.scrollTo(0, 2000); return window.scrollY";

    private static final String MAIN_HAS_FOCUS = "return document.activeElement.id === 'content'";

    private static final String AT_TOP = "return window.scrollY === 0";

    @Test
    void it_begins_at_its_top_has_the_focus_and_is_said(Browser browser, Rows rows) {
        var customer = rows.customer("Ari Lund");
        rows.invoice(customer, 1_000);
        SignedIn.open(browser, "/dashboard/customers/" + customer.id());
        browser.waitForHeading(customer.name());
        var edit = By.cssSelector("[aria-label='Edit invoice of %s, $10.00']".formatted(customer.name()));
        browser.find(edit);
        assertThat(browser.run(SCROLL_DOWN)).isEqualTo(2_000L);

        browser.activate(edit);

        browser.waitForHeading("Edit Invoice");
        browser.untilInPage(() -> "the page at its top", AT_TOP);
        browser.untilInPage(() -> "the focus in the page", MAIN_HAS_FOCUS);
        assertThat(browser.present(STATUS).getDomProperty("textContent")).isEqualTo("Edit Invoice · Acme Dashboard");

        new InvoiceFormPage(browser).cancel();
        browser.waitForHeading(customer.name());
        browser.untilInPage(() -> "the focus in the page", MAIN_HAS_FOCUS);
        assertThat(browser.present(STATUS).getDomProperty("textContent"))
                .isEqualTo(customer.name() + " · Acme Dashboard");
    }

    @Test
    void the_focus_comes_with_a_page_that_a_question_leads_to(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Ari Berg"), 1_000);
        SignedIn.open(browser, "/dashboard/invoices/" + invoice + "/edit");
        browser.waitForHeading("Edit Invoice");

        new InvoiceFormPage(browser).delete();

        browser.waitForHeading("Invoices");
        browser.untilInPage(() -> "the focus in the page", MAIN_HAS_FOCUS);
    }

    @Test
    void a_table_of_its_own_title_is_a_page_of_its_own(Browser browser) {
        var studio = StudioPage.open(browser, "");
        browser.devTools().resize(800, 900);

        studio.openTable("customers");

        browser.untilInPage(() -> "the focus in the page", MAIN_HAS_FOCUS);
        assertThat(browser.present(STATUS).getDomProperty("textContent"))
                .isEqualTo("customers · Studio · Acme Dashboard");
    }

    @Test
    void a_form_keeps_the_focus_in_its_first_field(Browser browser) {
        var list = InvoiceListPage.open(browser, "");

        list.create();

        browser.untilInPage(
                () -> "the cursor in the first field",
                "return document.activeElement === arguments[0]",
                browser.field("Customer"));
        assertThat(browser.present(STATUS).getDomProperty("textContent")).isEqualTo("Create Invoice · Acme Dashboard");
    }
}
