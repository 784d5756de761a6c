package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.invoices.InvoiceService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One round through the application in a real browser, as the people who send invoices make it. */
@BrowserTest
class InvoiceJourneyIT {

    private static final String FIRST_ROW = "return document.querySelector('vaadin-grid')._firstVisibleIndex";

    /** Cells stand in the document in another order than on the screen. */
    private static final String SELECT = """
            const middle = (element) => element.getBoundingClientRect().top + element.offsetHeight / 2;
            const boxes = [...document.querySelectorAll('vaadin-grid-cell-content > vaadin-checkbox')];
            boxes.find((box) => Math.abs(middle(box) - middle(arguments[0])) < 10).click();
            """;

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_invoice_is_created_found_edited_and_deleted(Browser browser) {
        browser.open("/dashboard/invoices?status=pending");
        browser.waitForHeading("Sign in");
        signIn(browser);
        browser.waitForHeading("Invoices");
        assertThat(browser.path()).startsWith("/dashboard/invoices").contains("status=pending");

        browser.click(Browser.testId("create-invoice"));
        browser.waitForHeading("Create Invoice");
        browser.choose("Customer", "Jane Okafor");
        browser.fill("Amount", "299.99");
        browser.press("Create Invoice");
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice created");

        browser.fill(browser.inputOf("invoice-search"), "jane 299.99");
        browser.waitForPath(path -> path.contains("query=jane"));
        browser.waitForText("$299.99");

        browser.follow("Edit invoice of Jane Okafor, $299.99");
        browser.waitForHeading("Edit Invoice");
        browser.fill("Amount", "310.5");
        browser.press("Save");
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice saved");

        browser.fill(browser.inputOf("invoice-search"), "310.50");
        browser.waitForText("$310.50");
        browser.follow("Edit invoice of Jane Okafor, $310.50");
        browser.waitForHeading("Edit Invoice");
        browser.press("Delete");
        browser.confirm();
        browser.waitForHeading("Invoices");
        browser.waitForText("Invoice deleted");
        browser.waitForText("Nothing found for “310.50”.");

        browser.press("Sign Out");
        browser.waitForHeading("Sign in");
        browser.open("/dashboard/invoices");
        browser.waitForHeading("Sign in");
    }

    @Test
    void what_a_colleague_does_moves_neither_the_rows_nor_the_selection(Browser browser) {
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select 'c0000000-0000-4000-8000-000000000002', 1000 + n, 'pending', date '2024-01-01'
                        from generate_series(1, 400) n
                        """).update();
        browser.open("/dashboard/invoices?sort=amount,asc");
        browser.waitForHeading("Sign in");
        signIn(browser);
        browser.waitForHeading("Invoices");
        browser.waitForLoaded();
        browser.run("document.querySelector('vaadin-grid').scrollToIndex(200)");
        browser.waitForText("$12.01");
        browser.waitForLoaded();
        var first = browser.run(FIRST_ROW);
        browser.run(SELECT, browser.find(By.xpath("//a[@aria-label='Edit invoice of Jane Okafor, $12.03']")));
        browser.waitForText("1 selected");

        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("colleague", "", "USER"));
        invoices.markPaid(List.of(jdbc.sql("select id from invoices where amount = 1204")
                .query(UUID.class)
                .single()));

        browser.present(By.xpath("//button[@aria-label='Mark invoice of Jane Okafor, $12.04 as paid' and @disabled]"));
        assertThat(browser.run(FIRST_ROW)).isEqualTo(first);
        browser.waitForText("1 selected");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(Browser browser) {
        browser.fill("Email", "user@acme.test");
        browser.fill("Password", "123456");
        browser.press("Log in");
    }
}
