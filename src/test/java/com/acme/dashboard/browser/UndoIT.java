package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** How long a deletion can be taken back. */
@BrowserTest
class UndoIT {

    private static final By UNDO = Browser.testId("undo");
    private static final int OFFERED_MILLIS = 12_000;

    @Test
    void undo_stays_while_the_pointer_is_on_it_and_goes_when_its_time_is_over_without_it(Browser browser, Rows rows) {
        var time = HeldTimers.hold(browser, OFFERED_MILLIS, OFFERED_MILLIS);
        var list = deleteOneInvoice(browser, rows);

        moveTo(browser, UNDO);
        assertThat(time.letRunOut()).isZero();
        moveTo(browser, By.tagName("h1"));
        assertThat(time.letRunOut()).isOne();

        browser.waitForNoText("Invoice deleted");
        list.waitForAmounts("$10.00");
    }

    @Test
    void undo_is_reached_by_the_tab_key_and_stays_while_the_focus_is_on_it(Browser browser, Rows rows) {
        var time = HeldTimers.hold(browser, OFFERED_MILLIS, OFFERED_MILLIS);
        var list = deleteOneInvoice(browser, rows);

        browser.until(() -> "the focus on Undo, by Tab; it is on " + browser.focused(), ignored -> {
            var there = browser.find(UNDO).equals(browser.focused());
            if (!there) {
                browser.type(Keys.TAB);
            }
            return there;
        });
        assertThat(time.letRunOut()).isZero();
        browser.type(Keys.ENTER);

        browser.waitForText("Invoice restored");
        list.waitForAmounts("$10.00", "$20.00");
    }

    private static InvoiceListPage deleteOneInvoice(Browser browser, Rows rows) {
        var customer = rows.customer("Eve Lind");
        rows.invoice(customer, 1_000);
        rows.invoice(customer, 2_000);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.delete(customer.name(), "$20.00");
        browser.waitForText("Invoice deleted");
        list.waitForAmounts("$10.00");
        return list;
    }

    private static void moveTo(Browser browser, By what) {
        new Actions(browser.driver()).moveToElement(browser.find(what)).perform();
    }
}
