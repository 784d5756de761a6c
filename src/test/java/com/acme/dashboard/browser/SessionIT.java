package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
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

    private static final String COUNT_LISTENERS = """
            window.listeners = 0;
            const listen = window.addEventListener;
            window.addEventListener = function (type, ...rest) {
              window.listeners += ['beforeunload', 'acme-session-ended'].includes(type) ? 1 : 0;
              return listen.call(this, type, ...rest);
            };
            """;

    /** WebDriver itself agrees to leave a page that asks, so that nobody sees it asking. */
    private static final String REMEMBER_BEING_HELD = """
            const prevent = Event.prototype.preventDefault;
            Event.prototype.preventDefault = function () {
              if (this.type === 'beforeunload') sessionStorage.setItem('held', 'yes');
              return prevent.call(this);
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
    void once_theirs_is_taken_only_what_is_typed_next_is_kept(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Ola Dahl"), 1_000);
        var form = edit(browser, invoice).amount("20.50");
        browser.until(ignored -> drafts(browser) == 1);
        rows.changeAmount(invoice, 1_200);
        form.save();
        browser.waitForText("Someone else has changed this invoice");

        browser.press("Take theirs");
        browser.until(ignored -> drafts(browser) == 0);

        form.amount("13");
        browser.until(ignored -> drafts(browser) == 1);
    }

    @Test
    void what_is_typed_beside_an_offer_to_restore_is_kept_where_the_offer_is_declined(Browser browser, Rows rows) {
        var form = edit(browser, rows).amount("20.50");
        browser.until(ignored -> drafts(browser) == 1);
        browser.reload();
        browser.waitForText("Restore what you typed?");

        form.amount("30.50");
        browser.press("Discard");
        browser.waitForNoText("Restore what you typed?");

        browser.reload();
        browser.press("Restore");
        browser.until(ignored -> form.amount().equals("30.50"));
    }

    @Test
    void a_page_listens_as_often_after_ten_forms_as_after_one(Browser browser, Rows rows) {
        browser.devTools().runInEveryPage(COUNT_LISTENERS);
        edit(browser, rows).cancel();
        var list = new InvoiceListPage(browser).waitFor();
        list.create().cancel();
        var listeners = number(browser, "return window.listeners");

        list.waitFor().create().cancel();
        list.waitFor();

        assertThat(number(browser, "return window.listeners")).isEqualTo(listeners);
    }

    @Test
    void signing_out_asks_for_what_was_typed_and_then_leaves_nothing_of_it_in_the_browser(Browser browser, Rows rows) {
        browser.devTools().runInEveryPage(REMEMBER_BEING_HELD);
        var form = edit(browser, rows).amount("20.50");
        browser.until(ignored -> drafts(browser) == 1);

        new Shell(browser).signOut();
        browser.waitForText("Leave without saving?");
        browser.press("Keep editing");
        browser.waitForNoText("Leave without saving?");
        assertThat(form.amount()).isEqualTo("20.50");
        assertThat(drafts(browser)).isOne();

        new Shell(browser).signOut();
        browser.press("Discard changes");
        browser.waitForHeading("Sign in");
        assertThat(drafts(browser)).isZero();
        assertThat(browser.run("return sessionStorage.getItem('held')")).isNull();
    }

    private static InvoiceFormPage edit(Browser browser, Rows rows) {
        return edit(browser, rows.invoice(rows.customer("Ola Dahl"), 1_000));
    }

    private static InvoiceFormPage edit(Browser browser, UUID invoice) {
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
