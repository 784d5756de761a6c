package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A form on a network that is slow, or gone for a while. */
@BrowserTest
class NetworkIT {

    private static final By SAVE = By.xpath("//vaadin-button[normalize-space()='Save']");

    @Test
    void on_a_slow_network_the_page_shows_that_it_works_and_saves_once(Browser browser, Rows rows) {
        var form = open(browser, rows).amount("11");

        browser.devTools().slowNetwork(2_000, 20_000);
        browser.find(SAVE).click();
        browser.find(By.cssSelector(".v-loading-indicator"));
        assertThat(form.amount()).isEqualTo("11");
        browser.devTools().usualNetwork();

        browser.waitForText("Invoice saved");
        assertThat(rows.amounts()).containsExactly(1_100L);
    }

    @Test
    void a_network_that_was_gone_loses_nothing(Browser browser, Rows rows) {
        open(browser, rows).amount("12");

        browser.devTools().noNetwork();
        browser.find(SAVE).click();
        browser.waitForText("Connection lost");
        browser.devTools().usualNetwork();

        browser.waitForText("Invoice saved");
        assertThat(rows.amounts()).containsExactly(1_200L);
    }

    private static InvoiceFormPage open(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Slow"), 1_000);
        SignedIn.open(browser, "/dashboard/invoices/" + invoice + "/edit");
        browser.waitForHeading("Edit Invoice");
        return new InvoiceFormPage(browser);
    }
}
