package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.browser.Rows.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The list of invoices on paper. */
@BrowserTest
class InvoicePrintIT {

    private static final String PAPER_INSTEAD_OF_A_PRINTER = """
            window.print = () => {
              window.dispatchEvent(new Event('beforeprint'));
              const rows = [...document.querySelectorAll('acme-printed-list > table tr')];
              window.paper = rows.map(row => row.textContent.replaceAll(/\\s+/g, ' ')).join('\\n');
              window.dispatchEvent(new Event('afterprint'));
            };
            """;

    @Test
    void a_printed_list_has_the_rows_that_are_loaded_and_says_of_how_many(Browser browser, Rows rows) {
        var customer = rows.customer("Paper & Pen");
        rows.invoices(customer, 120);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.awaitPrinting();

        browser.devTools().print();

        var lines = printedLines(browser);
        assertThat(lines.getFirst()).isEqualTo("Customer Email Amount Date Status");
        assertThat(lines.subList(1, 4))
                .containsExactly(
                        printed(customer, rows, "$10.01"),
                        printed(customer, rows, "$10.02"),
                        printed(customer, rows, "$10.03"));
        assertThat(browser.find(By.cssSelector("acme-printed-list > p")).getText())
                .isEqualTo("%d of 120 rows are printed, from row 1 on: those that were loaded on the screen."
                        .formatted(lines.size() - 1));
        assertThat(browser.present(Browser.testId("invoice-grid")).isDisplayed())
                .isFalse();
    }

    @Test
    void the_key_for_printing_loads_the_rows_first(Browser browser, Rows rows) {
        rows.invoices(rows.customer("Long Paper"), 120);
        var list = InvoiceListPage.open(browser, "?sort=amount,asc&query=" + rows.mark());
        list.awaitPrinting();
        list.scrollTo(60);
        browser.waitForText("$10.61");
        var first = list.firstRow();
        browser.run(PAPER_INSTEAD_OF_A_PRINTER);

        browser.type(Keys.chord(Keys.CONTROL, "p"));

        browser.until(ignored -> browser.run("return window.paper") != null);
        assertThat(String.valueOf(browser.run("return window.paper")).lines())
                .hasSize(121)
                .last()
                .asString()
                .contains("$11.20");
        browser.until(ignored -> list.firstRow() == first);
    }

    @Test
    void a_printed_list_of_which_all_is_there_says_nothing_more(Browser browser, Rows rows) {
        rows.invoices(rows.customer("Slip"), 2);
        var list = InvoiceListPage.open(browser, "?query=" + rows.mark());
        list.awaitPrinting();

        browser.devTools().print();

        assertThat(printedLines(browser)).hasSize(3);
        assertThat(browser.driver().findElements(By.cssSelector("acme-printed-list > p")))
                .isEmpty();
    }

    /** The rows of the printed table, each on one line however it is drawn. */
    private static List<String> printedLines(Browser browser) {
        browser.find(By.cssSelector("acme-printed-list > table"));
        return browser.driver().findElements(By.cssSelector("acme-printed-list > table tr")).stream()
                .map(row -> row.getText().replaceAll("\\s+", " "))
                .toList();
    }

    private static String printed(Customer customer, Rows rows, String amount) {
        return "%s %s %s Jan 1, 2024 Pending".formatted(customer.name(), rows.email("someone"), amount);
    }
}
