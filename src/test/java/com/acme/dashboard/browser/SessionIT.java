package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a page tells of the person before it while the session lasts, and what it keeps in the browser of it. */
@BrowserTest
class SessionIT {

    private static final String COUNT_REPORTS = """
            window.reports = 0;
            const send = window.fetch;
            window.fetch = (to, ...rest) => {
              window.reports += String(to).includes('session/activity') ? 1 : 0;
              return send(to, ...rest);
            };
            """;

    @Test
    void keys_are_reported_at_once_and_then_at_most_once_a_minute(Browser browser) {
        browser.devTools().runInEveryPage(COUNT_REPORTS);
        var minute = HeldTimers.hold(browser, 50_000, 60_000);
        SignedIn.open(browser, "/dashboard/todos");
        browser.waitForHeading("Todos");

        browser.type(Keys.SHIFT);
        browser.until(ignored -> reports(browser) == 1);
        browser.type(Keys.SHIFT);
        browser.type(Keys.SHIFT);
        assertThat(reports(browser)).isOne();

        assertThat(minute.letRunOut()).isOne();
        assertThat(reports(browser)).isEqualTo(2);
    }

    @Test
    void what_was_saved_is_kept_in_the_browser_no_longer(Browser browser, Rows rows) {
        var form = edit(browser, rows).amount("20.50");
        browser.until(ignored -> drafts(browser) == 1);

        form.save();

        browser.waitForText("Invoice saved");
        assertThat(drafts(browser)).isZero();
    }

    @Test
    void signing_out_leaves_nothing_in_the_browser_of_what_was_typed(Browser browser, Rows rows) {
        edit(browser, rows).amount("20.50");
        browser.until(ignored -> drafts(browser) == 1);

        new Shell(browser).signOut();

        browser.waitForHeading("Sign in");
        assertThat(drafts(browser)).isZero();
    }

    private static InvoiceFormPage edit(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Ola Dahl"), 1_000);
        SignedIn.open(browser, "/dashboard/invoices/" + invoice + "/edit");
        browser.waitForHeading("Edit Invoice");
        return new InvoiceFormPage(browser);
    }

    private static long reports(Browser browser) {
        return number(browser, "return window.reports");
    }

    private static long drafts(Browser browser) {
        return number(
                browser, "return Object.keys(sessionStorage).filter(key => key.startsWith('acme-draft:')).length");
    }

    private static long number(Browser browser, String script) {
        return ((Number) Objects.requireNonNull(browser.run(script))).longValue();
    }
}
