package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.invoices.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Invoices in a real browser, as the people who send them work with them. */
@BrowserTest
class InvoiceIT {

    /** The first argument is an element. */
    private static final String IS_UNCOVERED = """
            const {x, y, width, height} = arguments[0].getBoundingClientRect();
            return arguments[0].contains(document.elementFromPoint(x + width / 2, y + height / 2));
            """;

    private static final String MOVES_FOR_EVER = """
            const cell = document.querySelector('vaadin-grid').shadowRoot.querySelector('#items td');
            cell.part.add('loading-row-cell');
            return cell.getAnimations().some((it) => it.effect.getComputedTiming().endTime === Infinity);
            """;

    @Test
    void an_invoice_is_created_found_edited_and_deleted(Browser browser, Rows rows) {
        var customer = rows.customer("Mia Novak");
        var list = InvoiceListPage.open(browser, "?status=pending&query=" + rows.mark());

        list.create().customer(customer.name()).amount("299.99").create();
        browser.waitForText("Invoice created");
        list.waitFor();
        assertThat(browser.path()).contains("status=pending", "query=" + rows.mark());

        list.edit(customer.name(), "$299.99").amount("310.5").save();
        browser.waitForText("Invoice saved");
        list.waitFor();
        list.waitForAmounts("$310.50");

        list.edit(customer.name(), "$310.50").delete();
        browser.waitForText("Invoice deleted");
        list.waitFor();
        browser.waitForText("Nothing found for “%s”.".formatted(rows.mark()));
        assertThat(rows.amounts()).isEmpty();
    }

    @Test
    void a_search_is_kept_over_reload_and_back(Browser browser, Rows rows) {
        var customer = rows.customer("Ida Sund");
        rows.invoice(customer, 29_999);
        rows.invoice(customer, 1_000);
        var list = InvoiceListPage.open(browser, "");

        list.search(rows.mark() + " 299.99");
        list.waitForAmounts("$299.99");
        browser.reload();
        list.waitFor();
        assertThat(list.query()).isEqualTo(rows.mark() + " 299.99");
        list.waitForAmounts("$299.99");

        list.edit(customer.name(), "$299.99");
        browser.back();
        list.waitFor();
        assertThat(list.query()).isEqualTo(rows.mark() + " 299.99");
        list.waitForAmounts("$299.99");
        browser.press("Clear all");
        browser.waitForPath("/dashboard/invoices"::equals);
    }

    @Test
    void a_long_search_leads_to_the_page_too(Browser browser) {
        for (var query : List.of("x".repeat(5_000), "%C3%BC".repeat(500))) {
            SignedIn.open(browser, "/dashboard/invoices?query=" + query);

            browser.waitForHeading("Invoices");
        }
    }

    @Test
    void status_dates_and_order_are_chosen_together(Browser browser, Rows rows) {
        var customer = rows.customer("Otto Brandt");
        rows.invoice(customer, 3_000, InvoiceStatus.PENDING, LocalDate.of(2024, 3, 1));
        rows.invoice(customer, 2_000, InvoiceStatus.PAID, LocalDate.of(2024, 3, 2));
        rows.invoice(customer, 1_000, InvoiceStatus.PENDING, LocalDate.of(2024, 3, 3));
        rows.invoice(customer, 500, InvoiceStatus.PENDING, LocalDate.of(2023, 3, 4));
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());
        list.waitForAmounts("$10.00", "$20.00", "$30.00", "$5.00");

        list.sortBy("Amount");
        browser.waitForPath(path -> path.contains("sort=amount"));
        list.waitForAmounts("$5.00", "$10.00", "$20.00", "$30.00");
        list.status("Pending");
        browser.waitForPath(path -> path.contains("status=pending"));
        list.waitForAmounts("$5.00", "$10.00", "$30.00");
        browser.click(Browser.testId("invoice-date-filter"));
        browser.press("This year");
        browser.waitForPath(path -> path.contains("from=2024-01-01") && path.contains("to=2024-12-31"));
        list.waitForAmounts("$10.00", "$30.00");
        list.status("Paid");
        list.waitForAmounts("$20.00");
    }

    @Test
    void cards_are_sorted_and_selected_like_rows(Browser browser, Rows rows) {
        var customer = rows.customer("Lea Wirth");
        rows.invoice(customer, 4_200);
        rows.invoice(customer, 1_100);
        rows.invoice(customer, 900);
        browser.devTools().resize(900, 900);
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());

        list.sortCardsBy("Amount");
        list.waitForAmounts("$42.00", "$11.00", "$9.00");
        assertThat(browser.path()).contains("sort=amount%2Cdesc");
        list.sortCardsBy("Ascending");
        list.waitForAmounts("$9.00", "$11.00", "$42.00");
        assertThat(browser.path()).endsWith("sort=amount%2Casc");

        list.select(customer.name(), "$11.00");
        list.withSelected("Mark as paid");
        browser.waitForText("Invoice marked as paid");
    }

    @Test
    void a_deleted_invoice_is_brought_back(Browser browser, Rows rows) {
        var customer = rows.customer("Eve Lind");
        rows.invoice(customer, 1_000);
        rows.invoice(customer, 2_000);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());

        list.delete(customer.name(), "$20.00");
        browser.waitForText("Invoice deleted");
        list.waitForAmounts("$10.00");
        browser.click(Browser.testId("undo"));

        browser.waitForText("Invoice restored");
        list.waitForAmounts("$10.00", "$20.00");
    }

    @Test
    void many_are_marked_as_paid_at_once_and_pending_again(Browser browser, Rows rows) {
        var customer = rows.customer("Max Horn");
        rows.invoice(customer, 1_000);
        rows.invoice(customer, 2_000);
        rows.invoice(customer, 3_000);
        var list = InvoiceListPage.open(browser, "?status=pending&sort=amount,asc&query=" + rows.mark());

        list.select(customer.name(), "$10.00");
        list.select(customer.name(), "$30.00");
        browser.waitForText("2 selected");
        browser.waitForText("$40.00");
        list.withSelected("Mark as paid");

        browser.waitForText("2 invoices marked as paid");
        list.waitForAmounts("$20.00");
        browser.click(Browser.testId("undo"));
        browser.waitForText("2 invoices are pending again");
        list.waitForAmounts("$10.00", "$20.00", "$30.00");
    }

    @Test
    void the_bar_of_the_selection_covers_neither_the_last_row_nor_a_message(Browser browser, Rows rows) {
        var customer = rows.customer("Nia Ford");
        rows.invoices(customer, 30);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.select(customer.name(), "$10.01");
        browser.waitForText("1 selected");

        list.scrollTo(29);
        browser.waitForText("$10.30");
        browser.untilInPage(
                () -> "the last row above the bar",
                IS_UNCOVERED,
                browser.find(By.cssSelector("[aria-label='Edit invoice of %s, $10.30']".formatted(customer.name()))));
        list.withSelected("Mark as paid");
        browser.waitForText("Invoice marked as paid");
        browser.waitForStillness(Browser.testId("undo"));

        var message = browser.find(Browser.testId("undo")).getRect();
        assertThat(message.y + message.height)
                .isLessThan(browser.find(Browser.testId("invoice-selection")).getRect().y);
    }

    @Test
    void the_last_card_is_reached_in_a_low_window(Browser browser, Rows rows) {
        var customer = rows.customer("Low");
        rows.invoices(customer, 12);
        browser.devTools().resize(667, 375);
        var list = InvoiceListPage.open(browser, "?status=pending&sort=amount,asc&query=" + rows.mark());

        list.scrollTo(11);
        browser.waitForText("$10.12");
        browser.run("scrollTo(0, document.documentElement.scrollHeight)");

        browser.untilInPage(
                () -> "the last card's menu above the navigation",
                IS_UNCOVERED,
                browser.find(
                        By.cssSelector("[aria-label='Actions for invoice of %s, $10.12']".formatted(customer.name()))));
    }

    @Test
    void rows_that_are_being_loaded_do_not_move_for_people_whom_that_makes_sick(Browser browser) {
        browser.devTools().keepStill();
        InvoiceListPage.open(browser, "");

        assertThat(browser.run(MOVES_FOR_EVER)).isEqualTo(false);
    }

    @Test
    void the_second_of_two_people_chooses_what_holds(Browser browser, Browser other, Rows rows) {
        var customer = rows.customer("Kim Park");
        rows.invoice(customer, 1_000);
        var mine = InvoiceListPage.open(browser, "?query=" + rows.mark()).edit(customer.name(), "$10.00");
        var theirs = InvoiceListPage.open(other, "?query=" + rows.mark()).edit(customer.name(), "$10.00");
        mine.amount("11");
        theirs.amount("12").save();
        other.waitForText("Invoice saved");

        mine.save();
        browser.waitForText("Someone else has changed this invoice");
        browser.waitForText("$12.00");
        browser.press("Take theirs");
        browser.until(ignored -> "12.00".equals(mine.amount()));
        mine.amount("13").save();

        browser.waitForText("Invoice saved");
        assertThat(rows.amounts()).containsExactly(1_300L);
    }

    @Test
    void what_a_colleague_does_moves_neither_the_rows_nor_the_selection(Browser browser, Rows rows) {
        var customer = rows.customer("Jane Okafor");
        rows.invoices(customer, 400);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.scrollTo(200);
        browser.waitForText("$12.01");
        browser.waitForLoaded();
        var first = list.firstRow();
        list.select(customer.name(), "$12.03");
        browser.waitForText("1 selected");

        rows.markPaid(rows.jdbc()
                .sql("select id from invoices where amount = 1204 and customer_id = :customer")
                .param("customer", customer.id())
                .query(UUID.class)
                .single());

        browser.present(By.xpath(
                "//button[@aria-label='Mark invoice of %s, $12.04 as paid' and @disabled]".formatted(customer.name())));
        assertThat(list.firstRow()).isEqualTo(first);
        browser.waitForText("1 selected");
    }
}
