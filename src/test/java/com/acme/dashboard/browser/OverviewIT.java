package com.acme.dashboard.browser;

import static com.acme.dashboard.browser.DashboardPage.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.invoices.InvoiceStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page people open in the morning, its chart by mouse and by keyboard, and what a colleague does meanwhile. What is
 * paid in a year that no other test knows is alone in its chart.
 */
@BrowserTest
class OverviewIT {

    /** Later than anybody else's, so that it is among the newest. */
    private static final LocalDate LATEST = LocalDate.of(2031, 1, 15);

    private static final String REPORTS = """
            window.reports = 0;
            const send = window.fetch;
            window.fetch = (to, ...rest) => {
              window.reports += String(to).includes('session/activity') ? 1 : 0;
              return send(to, ...rest);
            };
            """;

    /** Makes the chart narrower so that it hears of it in the frame in which its bars stop, as on a busy machine. */
    private static final String NARROWER_AS_BARS_STOP = """
            const chart = document.querySelector('acme-revenue-chart');
            const now = Date.now;
            chart.months = chart.months.map(month => ({ ...month, cents: '100' + month.cents }));
            chart.style.maxWidth = arguments[0] + 'px';
            requestAnimationFrame(() => {
              Date.now = () => now() + 60_000;
            });
            """;

    /** The lines of the chart's tooltip, as drawn; none where there is no tooltip. */
    private static final String TOOLTIP = """
            const { tooltip } = Chart.getChart(document.querySelector('acme-revenue-chart > canvas'));
            return tooltip.opacity > 0 ? [...tooltip.title, ...tooltip.body.flatMap(part => part.lines)] : [];
            """;

    private static final String WIDTHS = """
            const width = selector => document.querySelector(selector).getBoundingClientRect().width;
            return [width('acme-revenue-chart'), width('acme-revenue-chart > canvas')];
            """;

    @ParameterizedTest
    @CsvSource({
        "card-collected, Collected, Invoices, /dashboard/invoices?status=paid",
        "card-pending, Pending, Invoices, /dashboard/invoices?status=pending",
        "card-invoices, Total Invoices, Invoices, /dashboard/invoices",
        "card-customers, Total Customers, Customers, /dashboard/customers"
    })
    void each_card_leads_to_the_list_it_counts(String card, String name, String heading, String path, Browser browser) {
        var page = DashboardPage.open(browser, "");
        assertThat(page.card(card)).startsWith(name);

        page.followCard(card);

        browser.waitForHeading(heading);
        assertThat(browser.path()).isEqualTo(path);
    }

    @Test
    void the_newest_invoices_and_the_best_customers_lead_to_their_pages(Browser browser, Rows rows) {
        var customer = rows.customer("Best & Newest");
        var invoice = rows.invoice(customer, 900_000_000, InvoiceStatus.PAID, LATEST);
        var page = DashboardPage.open(browser, "");

        browser.click(row("top-customers", customer.id().toString()));
        browser.waitForHeading(customer.name());
        browser.back();
        page.waitFor();
        browser.click(row("latest-invoices", invoice.toString()));
        browser.waitForHeading("Edit Invoice");
    }

    @Test
    void the_chart_is_walked_by_keyboard_and_leads_to_the_invoices_of_a_month(Browser browser, Rows rows) {
        rows.invoice(rows.customer("Chart"), 44_800, InvoiceStatus.PAID, LocalDate.of(2011, 11, 14));
        var page = DashboardPage.open(browser, "?source=invoices&year=2011");

        page.bar("January 2011: $0.00").sendKeys(Keys.END);
        page.focusedBar("December 2011: $0.00").sendKeys(Keys.HOME);
        page.focusedBar("January 2011: $0.00").sendKeys(Keys.ARROW_RIGHT);
        page.focusedBar("February 2011: $0.00").sendKeys(Keys.END);
        page.focusedBar("December 2011: $0.00").sendKeys(Keys.ARROW_LEFT);
        page.focusedBar("November 2011: $448.00").sendKeys(Keys.ENTER);

        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("status=paid", "from=2011-11-01", "to=2011-11-30");
        browser.waitForText("$448.00");
    }

    @Test
    void the_exact_amount_stands_over_the_focused_bar_and_over_the_one_under_the_pointer(Browser browser, Rows rows) {
        var customer = rows.customer("Tooltip");
        rows.invoice(customer, 2_147_483_647, InvoiceStatus.PAID, LocalDate.of(2013, 5, 14));
        rows.invoice(customer, 1, InvoiceStatus.PAID, LocalDate.of(2013, 6, 14));
        var page = DashboardPage.open(browser, "?source=invoices&year=2013");
        page.bar("January 2013: $0.00").sendKeys(Keys.ARROW_RIGHT);
        waitForTooltip(browser, "February 2013", "$0.00");
        browser.type(Keys.ESCAPE);
        waitForTooltip(browser);
        browser.pointTo(page.bar("May 2013: $21,474,836.47"));
        waitForTooltip(browser, "May 2013", "$21,474,836.47");
        browser.pointTo(page.bar("June 2013: $0.01"));
        waitForTooltip(browser, "June 2013", "$0.01");
        page.bar("May 2013: $21,474,836.47").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        waitForTooltip(browser, "July 2013", "$0.00");
    }

    @Test
    void the_chart_takes_on_the_size_of_its_place_whenever_it_changes(Browser browser) {
        var page = DashboardPage.open(browser, "");
        page.bar("June: $3,200.00");

        browser.run(NARROWER_AS_BARS_STOP, 400);

        browser.until(
                () -> "a chart as wide as its place; place and chart are %s".formatted(browser.run(WIDTHS)),
                ignored -> List.of(400L, 400L).equals(browser.run(WIDTHS)));
        assertThat(page.bar("June: $3,200.00").getRect().getWidth()).isBetween(20, 400 / 6);
    }

    @Test
    void both_sources_and_the_table_are_chosen_by_mouse(Browser browser) {
        var page = DashboardPage.open(browser, "");
        page.bar("June: $3,200.00");

        page.source("Paid invoices");
        browser.waitForPath(path -> path.endsWith("?source=invoices"));
        page.bar("November 2024: $448.00").click();
        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("status=paid", "from=2024-11-01", "to=2024-11-30");
        browser.back();
        page.waitFor().source("Revenue");
        browser.waitForPath("/dashboard"::equals);
        browser.press("As table");

        browser.follow("April");
        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("-04-01", "-04-30").doesNotContain("status");
    }

    @Test
    void what_is_done_in_another_browser_shows_without_a_reload(Browser browser, Browser other, Rows rows) {
        var customer = rows.customer("Live");
        var invoice = rows.invoice(customer, 123_400, InvoiceStatus.PENDING, LATEST);
        var page = DashboardPage.open(browser, "");
        assertThat(browser.find(row("latest-invoices", invoice.toString())).getText())
                .endsWith("Pending");

        InvoiceListPage.open(other, "?query=" + rows.mark()).markPaid(customer.name(), "$1,234.00");
        other.waitForText("Invoice marked as paid");

        browser.until(ignored -> browser.find(row("latest-invoices", invoice.toString()))
                .getText()
                .endsWith("Paid"));
        browser.until(
                () -> "%s collected, there is %s".formatted(collected(rows), page.card("card-collected")),
                ignored -> page.card("card-collected").contains(collected(rows)));
    }

    @Test
    void what_a_colleague_does_is_no_activity_of_whoever_looks_on(Browser browser, Rows rows) {
        var invoice = rows.invoice(rows.customer("Quiet"), 123_400, InvoiceStatus.PENDING, LATEST);
        DashboardPage.open(browser, "");
        browser.find(row("latest-invoices", invoice.toString()));
        browser.run(REPORTS);

        rows.delete(invoice);
        browser.until(invisibilityOfElementLocated(row("latest-invoices", invoice.toString())));
        browser.waitForLoaded();

        assertThat(browser.run("return window.reports")).isEqualTo(0L);
    }

    @Test
    void what_a_colleague_does_takes_the_focus_from_nothing(Browser browser, Rows rows) {
        var customer = rows.customer("Focus");
        rows.invoice(customer, 44_800, InvoiceStatus.PAID, LocalDate.of(2012, 11, 14));
        var december = rows.invoice(customer, 29_999, InvoiceStatus.PENDING, LocalDate.of(2012, 12, 6));
        var first = rows.invoice(customer, 100, InvoiceStatus.PENDING, LATEST);
        var second = rows.invoice(customer, 200, InvoiceStatus.PENDING, LATEST);
        var page = DashboardPage.open(browser, "?source=invoices&year=2012");

        page.bar("December 2012: $0.00").sendKeys(Keys.ARROW_LEFT);
        page.focusedBar("November 2012: $448.00");
        rows.markPaid(december);
        page.bar("December 2012: $299.99");
        page.focusedBar("November 2012: $448.00");

        browser.press("As table");
        var month = focus(browser, By.xpath("//*[@data-testid='revenue-table']//a[. = 'November 2012']"));
        rows.delete(december);
        browser.find(By.xpath("//*[@data-testid='revenue-table']//tr[th = 'December 2012' and td = '$0.00']"));
        assertThat(browser.focused()).isEqualTo(month);

        var row = focus(browser, row("latest-invoices", first.toString()));
        rows.delete(second);
        browser.until(invisibilityOfElementLocated(row("latest-invoices", second.toString())));
        assertThat(browser.focused()).isEqualTo(row);
    }

    private static void waitForTooltip(Browser browser, String... lines) {
        browser.until(
                () -> "the tooltip %s; there is %s".formatted(List.of(lines), browser.run(TOOLTIP)),
                ignored -> List.of(lines).equals(browser.run(TOOLTIP)));
    }

    /** What is paid at this moment, other tests' invoices included. */
    private static String collected(Rows rows) {
        return new Money(rows.jdbc()
                        .sql("select sum(amount) from invoices where status = 'paid'")
                        .query(Long.class)
                        .single())
                .format(Locale.US);
    }

    private static WebElement focus(Browser browser, By what) {
        var element = browser.find(what);
        element.sendKeys(Keys.SHIFT);
        assertThat(browser.focused()).isEqualTo(element);
        return element;
    }
}
