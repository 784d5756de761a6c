package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** How long a deletion can be taken back. The clock of a message stands still until the test lets it run out. */
@BrowserTest
class UndoIT {

    private static final By UNDO = Browser.testId("undo");

    /** Of the timers of a page it holds those of messages with Undo, by their twelve seconds. */
    private static final String HOLD_CLOCKS = """
            const clocks = new Map();
            const start = window.setTimeout;
            const stop = window.clearTimeout;
            let last = 1e9;
            window.setTimeout = (action, time, ...rest) => {
              if (time !== 12000) return start(action, time, ...rest);
              clocks.set(++last, action);
              return last;
            };
            window.clearTimeout = (clock) => clocks.delete(clock) || stop(clock);
            window.letClocksRunOut = () => {
              const due = [...clocks.values()];
              clocks.clear();
              due.forEach((action) => action());
              return due.length;
            };
            """;

    @BeforeEach
    void hold_clocks(Browser browser) {
        browser.devTools().runInEveryPage(HOLD_CLOCKS);
    }

    @Test
    void undo_stays_while_the_pointer_is_on_it_and_goes_when_its_time_is_over_without_it(Browser browser, Rows rows) {
        var list = deleteOneInvoice(browser, rows);

        new Actions(browser.driver()).moveToElement(browser.find(UNDO)).perform();
        assertThat(letClocksRunOut(browser)).isZero();
        new Actions(browser.driver())
                .moveToElement(browser.find(By.tagName("h1")))
                .perform();
        assertThat(letClocksRunOut(browser)).isOne();

        browser.waitForNoText("Invoice deleted");
        list.waitForAmounts("$10.00");
    }

    @Test
    void undo_is_reached_by_the_tab_key_and_stays_while_the_focus_is_on_it(Browser browser, Rows rows) {
        var list = deleteOneInvoice(browser, rows);

        browser.until(() -> "the focus on Undo, by Tab; it is on " + browser.focused(), ignored -> {
            var there = browser.find(UNDO).equals(browser.focused());
            if (!there) {
                browser.type(Keys.TAB);
            }
            return there;
        });
        assertThat(letClocksRunOut(browser)).isZero();
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

    /** Lets the time of every message with Undo that is running be over, and answers how many there were. */
    private static long letClocksRunOut(Browser browser) {
        return ((Number) Objects.requireNonNull(browser.run("return window.letClocksRunOut()"))).longValue();
    }
}
