package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;

import com.acme.dashboard.invoices.InvoiceService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The page people open in the morning, its chart by mouse and by keyboard, and what a colleague does meanwhile. */
@BrowserTest
class OverviewJourneyIT {

    private static final UUID NEWEST = UUID.fromString("f0000000-0000-4000-8000-000000000001");

    @Autowired
    private InvoiceService invoices;

    @Test
    void the_chart_is_walked_by_keyboard_and_leads_to_the_invoices_of_a_month(Browser browser) {
        open(browser, "/dashboard?source=invoices&year=2024");

        bar(browser, "January 2024: $0.00").sendKeys(Keys.END);
        focused(browser, "December 2024: $0.00").sendKeys(Keys.HOME);
        focused(browser, "January 2024: $0.00").sendKeys(Keys.ARROW_RIGHT);
        focused(browser, "February 2024: $0.00").sendKeys(Keys.END);
        focused(browser, "December 2024: $0.00").sendKeys(Keys.ARROW_LEFT);
        focused(browser, "November 2024: $448.00").sendKeys(Keys.ENTER);

        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("status=paid", "from=2024-11-01", "to=2024-11-30");
        browser.waitForText("$448.00");
    }

    @Test
    void both_sources_and_the_table_are_chosen_by_mouse(Browser browser) {
        open(browser, "/dashboard");
        bar(browser, "June: $3,200.00");

        browser.click(By.xpath("//vaadin-radio-button[contains(., 'Paid invoices')]"));
        browser.waitForPath(path -> path.endsWith("?source=invoices"));
        browser.waitForText("Nothing was paid in these months.");
        browser.click(By.xpath("//*[@data-testid='revenue-source']//vaadin-radio-button[1]"));
        browser.waitForPath("/dashboard"::equals);
        browser.until(invisibilityOfElementLocated(By.xpath("//*[. = 'Nothing was paid in these months.']")));
        browser.press("As table");

        browser.follow("April");
        browser.waitForHeading("Invoices");
        assertThat(browser.path()).contains("-04-01", "-04-30").doesNotContain("status");
    }

    @Test
    void what_a_colleague_does_shows_without_a_reload(Browser browser) {
        open(browser, "/dashboard");
        browser.waitForText("$1,138.99");

        beTheColleague();
        invoices.deleteAll(List.of(UUID.fromString("f0000000-0000-4000-8000-000000000002")));

        browser.waitForText("$690.99");
        browser.waitForText("3 paid invoices");
    }

    @Test
    void what_a_colleague_does_is_no_activity_of_whoever_looks_on(Browser browser) {
        open(browser, "/dashboard");
        browser.waitForText("$1,138.99");
        browser.run("""
                window.reports = 0;
                const send = window.fetch;
                window.fetch = (to, ...rest) => {
                  window.reports += String(to).includes('session/activity') ? 1 : 0;
                  return send(to, ...rest);
                };
                """);

        beTheColleague();
        invoices.deleteAll(List.of(UUID.fromString("f0000000-0000-4000-8000-000000000002")));
        browser.waitForText("$690.99");
        browser.waitForLoaded();

        assertThat(browser.run("return window.reports")).isEqualTo(0L);
    }

    @Test
    void what_a_colleague_does_takes_the_focus_from_nothing(Browser browser) {
        open(browser, "/dashboard?source=invoices&year=2024");
        beTheColleague();

        bar(browser, "December 2024: $0.00").sendKeys(Keys.ARROW_LEFT);
        focused(browser, "November 2024: $448.00");
        invoices.markPaid(List.of(NEWEST));
        bar(browser, "December 2024: $299.99");
        focused(browser, "November 2024: $448.00");

        browser.press("As table");
        var month = focus(browser, By.xpath("//*[@data-testid='revenue-table']//a[. = 'November 2024']"));
        invoices.deleteAll(List.of(NEWEST));
        browser.find(By.xpath("//*[@data-testid='revenue-table']//tr[th = 'December 2024' and td = '$0.00']"));
        assertThat(browser.focused()).isEqualTo(month);

        var row = focus(browser, latest("f0000000-0000-4000-8000-000000000002"));
        invoices.deleteAll(List.of(UUID.fromString("f0000000-0000-4000-8000-000000000004")));
        browser.until(invisibilityOfElementLocated(latest("f0000000-0000-4000-8000-000000000004")));
        assertThat(browser.focused()).isEqualTo(row);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** The test itself is the colleague. */
    private static void beTheColleague() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("colleague", "", "USER"));
    }

    private static By latest(String invoice) {
        return By.cssSelector("[data-testid='latest-invoices'] a[href*='%s']".formatted(invoice));
    }

    private static WebElement focus(Browser browser, By what) {
        var element = browser.find(what);
        element.sendKeys(Keys.SHIFT);
        assertThat(browser.focused()).isEqualTo(element);
        return element;
    }

    private static WebElement focused(Browser browser, String name) {
        return browser.find(By.cssSelector(".chart-link[aria-label='%s']:focus".formatted(name)));
    }

    private static WebElement bar(Browser browser, String name) {
        return browser.find(By.cssSelector(".chart-link[aria-label='%s']".formatted(name)));
    }

    private static void open(Browser browser, String path) {
        browser.open(path);
        browser.fill("Email", "user@acme.test");
        browser.fill("Password", "123456");
        browser.press("Log in");
        browser.waitForHeading("Dashboard");
    }
}
