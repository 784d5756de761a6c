package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Without a mouse. */
@BrowserTest
class KeyboardIT {

    /** Held, so that a slow machine does not see a message come and go unread. */
    private static final int PASSING_MESSAGE_MILLIS = 5_000;

    private static final String NAME_OF_FOCUSED = """
            const it = document.activeElement;
            return (it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
            """;

    private static final String IS_IN_ROWS = """
            return !!document.querySelector('vaadin-grid').shadowRoot.activeElement?.closest('tbody');
            """;

    @Test
    void an_invoice_is_created_found_edited_and_deleted_by_keyboard_alone(Browser browser, Rows rows) {
        var customer = rows.customer("Ben Okri");
        HeldTimers.hold(browser, PASSING_MESSAGE_MILLIS, PASSING_MESSAGE_MILLIS);
        browser.open("/login");
        browser.waitForHeading("Sign in");
        browser.type(SignInPage.USER, Keys.TAB);
        browser.type(SignInPage.USER_PASSWORD, Keys.ENTER);
        browser.waitForHeading("Dashboard");

        browser.type("gi");
        browser.waitForHeading("Invoices");
        browser.type("n");
        browser.waitForHeading("Create Invoice");
        browser.until(ignored -> browser.field("Customer").equals(browser.focused()));
        browser.type(customer.name());
        browser.find(
                By.xpath("//vaadin-combo-box-item[contains(., '%s') and not(@hidden)]".formatted(customer.name())));
        browser.type(Keys.ENTER);
        browser.type(Keys.TAB);
        browser.until(ignored -> browser.field("Amount").equals(browser.focused()));
        browser.type("12.50", Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.waitForText("Invoice created");
        browser.waitForHeading("Invoices");

        browser.type("/");
        browser.until(ignored -> browser.inputOf("invoice-search").equals(browser.focused()));
        browser.type(rows.mark());
        browser.waitForPath(path -> path.contains("query=" + rows.mark()));
        new InvoiceListPage(browser).waitForAmounts("$12.50");
        enterActionsOfFirstRow(browser);
        tabTo(browser, "Edit invoice of %s, $12.50".formatted(customer.name()));
        browser.type(Keys.ENTER);
        browser.waitForHeading("Edit Invoice");
        tabTo(browser, "Amount");
        browser.type(Keys.chord(Keys.CONTROL, "a"), "13", Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.waitForText("Invoice saved");
        browser.waitForHeading("Invoices");
        assertThat(rows.amounts()).containsExactly(1_300L);

        enterActionsOfFirstRow(browser);
        tabTo(browser, "Delete invoice of %s, $13.00".formatted(customer.name()));
        browser.type(Keys.ENTER);
        browser.waitForText("Delete the invoice of");
        browser.until(ignored -> "Delete".equals(nameOfFocused(browser)));
        browser.type(Keys.ENTER);
        browser.waitForText("Invoice deleted");
        assertThat(rows.amounts()).isEmpty();
        browser.type("u");
        browser.waitForText("Invoice restored");
        assertThat(rows.amounts()).containsExactly(1_300L);
    }

    @Test
    void keys_of_one_letter_rest_under_a_popover_and_can_be_turned_off(Browser browser) {
        InvoiceListPage.open(browser, "");
        browser.click(Browser.testId("invoice-date-filter"));
        browser.find(By.xpath("//vaadin-button[normalize-space()='This month']"))
                .sendKeys("n");
        browser.waitForClient();
        assertThat(browser.path()).doesNotContain("create");
        browser.type(Keys.ESCAPE);

        turnKeys(browser, false);
        browser.reload();
        browser.waitForHeading("Invoices");
        browser.type("n");
        assertThat(browser.path()).doesNotContain("create");

        turnKeys(browser, true);
        browser.type("n");
        browser.waitForHeading("Create Invoice");
    }

    @Test
    void the_list_of_keys_does_not_stay_over_the_page_that_a_browsers_back_leads_to(Browser browser) {
        InvoiceListPage.open(browser, "");
        new Shell(browser).goTo("Customers");
        browser.type("?");
        browser.find(By.cssSelector("dialog[open]"));

        browser.back();

        browser.waitForHeading("Invoices");
        assertThat(browser.driver().findElements(By.cssSelector("dialog[open]")))
                .isEmpty();
    }

    @Test
    void the_focus_stays_near_what_is_taken_away_in_a_list(Browser browser, Rows rows) {
        var customer = rows.customer("Ben Okri");
        rows.invoice(customer, 1_300);
        rows.invoice(customer, 1_400);
        rows.invoice(customer, 1_500);
        var list = InvoiceListPage.open(browser, "?status=pending&sort=amount,asc&query=" + rows.mark());

        browser.click(By.cssSelector("[aria-label='Remove the filter Pending']"));
        browser.waitForPath(path -> !path.contains("status"));
        waitForFocusOn(browser, "Remove the filter “%s”".formatted(rows.mark()));
        list.markPaid(customer.name(), "$13.00");
        browser.waitForText("Invoice marked as paid");
        waitForFocusOn(browser, "Edit invoice of %s, $13.00".formatted(customer.name()));
        list.select(customer.name(), "$14.00");
        browser.waitForText("1 selected");
        browser.click(By.cssSelector("[aria-label='Clear selection']"));
        browser.untilInPage(() -> "the focus in the rows", IS_IN_ROWS);
        list.select(customer.name(), "$14.00");
        list.withSelected("Delete");
        browser.confirm();
        browser.waitForText("Invoice deleted");
        browser.untilInPage(() -> "the focus in the rows", IS_IN_ROWS);
        list.delete(customer.name(), "$15.00");
        list.waitForAmounts("$13.00");
        browser.untilInPage(() -> "the focus in the rows", IS_IN_ROWS);
        browser.press("Clear all");
        waitForFocusOn(browser, "Search invoices");
    }

    private static void waitForFocusOn(Browser browser, String name) {
        browser.until(
                () -> "the focus on %s; it is on %s".formatted(name, nameOfFocused(browser)),
                ignored -> name.equals(nameOfFocused(browser)));
    }

    @Test
    void the_menu_shows_the_keys_and_leaves_them_as_they_are(Browser browser) {
        InvoiceListPage.open(browser, "");

        new Shell(browser).choose("Keyboard shortcuts");

        browser.waitForText("Search this page");
        browser.waitForText("Save a form");
        browser.press("Close");
        browser.type("n");
        browser.waitForHeading("Create Invoice");
    }

    @Test
    void a_key_in_a_dialog_presses_neither_another_button_nor_one_of_the_form_behind(Browser browser, Rows rows) {
        var customer = rows.customer("Ben Okri");
        rows.invoice(customer, 1_300);
        InvoiceListPage.open(browser, "?query=" + rows.mark())
                .edit(customer.name(), "$13.00")
                .amount("14");

        new Shell(browser).choose("Change password");
        browser.fill("Current password", SignInPage.USER_PASSWORD);
        browser.fill("New password", "a better one");
        browser.fill("New password again", "a better one");
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.waitForClient();
        browser.find(By.xpath("//*[@data-testid='change-password']//vaadin-button[normalize-space()='Cancel']"))
                .sendKeys(Keys.ENTER);

        browser.waitForNoText("New password again");
        browser.waitForClient();
        browser.waitForNoText("Password changed");
        browser.waitForHeading("Edit Invoice");
        assertThat(rows.amounts()).containsExactly(1_300L);
    }

    private static void turnKeys(Browser browser, boolean on) {
        new Shell(browser).choose("Single-key shortcuts");
        browser.until(driver ->
                driver.findElements(By.cssSelector("acme-shortcuts[off]")).isEmpty() == on);
        browser.until(driver -> driver.findElements(By.cssSelector("vaadin-menu-bar-submenu[opened]"))
                .isEmpty());
    }

    /** A grid is one stop on the way; inside, keys lead to a cell, and Enter into it. */
    private static void enterActionsOfFirstRow(Browser browser) {
        press(browser, Keys.TAB, "the rows", () -> Boolean.TRUE.equals(browser.run(IS_IN_ROWS)));
        browser.type(Keys.END);
        browser.type(Keys.ENTER);
    }

    private static void tabTo(Browser browser, String name) {
        press(browser, Keys.TAB, name, () -> name.equals(nameOfFocused(browser)));
    }

    private static void press(Browser browser, Keys key, String goal, BooleanSupplier reached) {
        browser.until(() -> "by key to %s; it is at %s".formatted(goal, nameOfFocused(browser)), ignored -> {
            if (reached.getAsBoolean()) {
                return true;
            }
            browser.type(key);
            return false;
        });
    }

    private static String nameOfFocused(Browser browser) {
        return String.valueOf(browser.run(NAME_OF_FOCUSED));
    }
}
