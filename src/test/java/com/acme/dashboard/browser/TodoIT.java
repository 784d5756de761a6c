package com.acme.dashboard.browser;

import static com.acme.dashboard.browser.TodoRows.CALL;
import static com.acme.dashboard.browser.TodoRows.CLOSE;
import static com.acme.dashboard.browser.TodoRows.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day with the todos in a real browser: by keyboard, by drag, and with someone else looking at the same list. */
@BrowserTest
@ResourceLock(BrowserTest.TODOS)
class TodoIT {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void begin_with_three() {
        TodoRows.begin(jdbc);
    }

    @Test
    void all_are_completed_at_once_and_the_counter_says_how_many_are_left(Browser browser) {
        open(browser);
        browser.until(driver -> browser.inputOf("todo-new").equals(browser.focused()));
        assertThat(all(browser).isSelected()).isFalse();

        browser.find(check(CALL)).click();
        browser.waitForText("1 item left");
        browser.click(Browser.testId("todo-all"));
        browser.waitForText("0 items left");
        browser.find(check(SEND)).click();
        browser.waitForText("1 item left");
        browser.until(driver -> !all(browser).isSelected());
        browser.click(Browser.testId("todo-all"));
        browser.waitForText("0 items left");
        browser.click(Browser.testId("todo-all"));
        browser.waitForText("3 items left");
        browser.until(driver -> driver.findElements(By.xpath("//vaadin-button[. = 'Clear completed' and not(@hidden)]"))
                .isEmpty());
    }

    @Test
    void a_filter_is_kept_over_reload_and_back_and_what_no_longer_fits_leaves_the_list(Browser browser) {
        open(browser);

        browser.follow("Active");
        waitForTodos(browser, CALL, SEND);
        browser.find(check(CALL)).click();
        waitForTodos(browser, SEND);
        browser.reload();
        browser.waitForHeading("Todos");
        waitForTodos(browser, SEND);
        assertThat(browser.find(By.linkText("Active")).getDomAttribute("aria-current"))
                .isEqualTo("page");
        browser.follow("Completed");
        waitForTodos(browser, CALL, CLOSE);
        browser.back();
        waitForTodos(browser, SEND);
    }

    @Test
    void what_is_typed_for_a_new_todo_outlives_a_reload_until_it_is_one_or_somebody_signs_out(Browser browser) {
        open(browser);
        browser.inputOf("todo-new").sendKeys("buy mi");
        browser.reload();
        waitForEntry(browser, "buy mi");
        browser.inputOf("todo-new").sendKeys("lk", Keys.ENTER);
        waitForTodos(browser, CALL, SEND, CLOSE, "buy milk");
        browser.reload();
        waitForTodos(browser, CALL, SEND, CLOSE, "buy milk");
        waitForEntry(browser, "");

        browser.inputOf("todo-new").sendKeys("call mum");
        new Shell(browser).signOut();
        browser.waitForHeading("Sign in");
        assertThat(browser.run("return Object.keys(sessionStorage).filter(key => key.startsWith('acme-todo'))"))
                .isEqualTo(List.of());
    }

    @Test
    void todos_are_written_ticked_edited_deleted_and_brought_back_by_keyboard(Browser browser) {
        open(browser);
        browser.waitForText("2 items left");

        browser.inputOf("todo-new").sendKeys("  buy milk ", Keys.ENTER);
        waitForTodos(browser, CALL, SEND, CLOSE, "buy milk");
        assertThat(browser.inputOf("todo-new").getAttribute("value")).isEmpty();
        browser.type("  ", Keys.ENTER);
        browser.type(Keys.chord(Keys.CONTROL, "a"), "call mum", Keys.ENTER);
        waitForTodos(browser, CALL, SEND, CLOSE, "buy milk", "call mum");
        browser.waitForText("4 items left");

        browser.find(check(CALL)).sendKeys(Keys.SPACE);
        browser.waitForText("3 items left");

        browser.find(title(SEND)).sendKeys(Keys.F2);
        browser.type(" today", Keys.ESCAPE);
        waitForTodos(browser, CALL, SEND, CLOSE, "buy milk", "call mum");
        browser.type(Keys.ENTER);
        browser.type(" today", Keys.ENTER);
        waitForTodos(browser, CALL, SEND + " today", CLOSE, "buy milk", "call mum");

        // A row that is drawn anew between the two clicks, for what came just before, has not been clicked twice.
        browser.until(driver -> {
            browser.doubleClick(title("buy milk"));
            return !driver.findElements(By.className("todo-edit")).isEmpty();
        });
        browser.type(" and bread");
        browser.find(check(CLOSE)).click();
        waitForTodos(browser, CALL, SEND + " today", CLOSE, "buy milk and bread", "call mum");

        browser.find(title("call mum")).sendKeys(Keys.ENTER);
        browser.type(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, Keys.ENTER);
        waitForTodos(browser, CALL, SEND + " today", CLOSE, "buy milk and bread");
        browser.press("Undo");
        waitForTodos(browser, CALL, SEND + " today", CLOSE, "buy milk and bread", "call mum");

        browser.find(By.cssSelector("[aria-label='Delete “call mum”']")).sendKeys(Keys.ENTER);
        waitForTodos(browser, CALL, SEND + " today", CLOSE, "buy milk and bread");

        browser.follow("Completed");
        browser.waitForPath(path -> path.endsWith("?filter=completed"));
        waitForTodos(browser, CALL);
        browser.follow("Active");
        waitForTodos(browser, SEND + " today", CLOSE, "buy milk and bread");
        browser.follow("All");
        browser.press("Clear completed");
        waitForTodos(browser, SEND + " today", CLOSE, "buy milk and bread");
    }

    @Test
    void todos_are_put_in_order_by_keyboard_and_by_drag_and_stay_so(Browser browser) {
        open(browser);

        browser.find(title(CLOSE)).sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_UP));
        waitForTodos(browser, CALL, CLOSE, SEND);
        browser.until(driver -> browser.find(title(CLOSE)).equals(browser.focused()));
        browser.type(Keys.chord(Keys.ALT, Keys.ARROW_UP));
        waitForTodos(browser, CLOSE, CALL, SEND);

        browser.drag(handle(SEND), title(CLOSE));
        waitForTodos(browser, SEND, CLOSE, CALL);

        browser.open("/dashboard/todos");
        waitForTodos(browser, SEND, CLOSE, CALL);
    }

    @Test
    void a_finger_puts_a_todo_in_its_place(Browser browser) {
        browser.devTools().resize(390, 844);
        open(browser);

        var handle = middleOf(browser.find(handle(CLOSE)));
        browser.devTools().dragByTouch(handle, new Point(handle.x, topOf(browser.find(title(CALL)))));

        waitForTodos(browser, CLOSE, CALL, SEND);
    }

    @Test
    void the_keys_work_with_none_completed_and_with_no_todos_at_all(Browser browser) {
        open(browser);
        browser.find(check(CLOSE)).sendKeys(Keys.SPACE);
        browser.waitForText("3 items left");

        browser.open("/dashboard/todos");
        waitForTodos(browser, CALL, SEND, CLOSE);
        browser.find(title(CALL)).sendKeys("n");
        browser.until(driver -> browser.inputOf("todo-new").equals(browser.focused()));
        for (var title : List.of(CALL, SEND, CLOSE)) {
            browser.find(check(title)).sendKeys(Keys.SPACE);
            browser.waitForClient();
        }
        browser.find(Browser.testId("todo-clear")).sendKeys(Keys.ENTER);
        browser.waitForText("Nothing to do.");
        browser.until(driver -> browser.inputOf("todo-new").equals(browser.focused()));

        browser.open("/dashboard/todos");
        browser.waitForText("Nothing to do.");
        for (var id : List.of("todo-list", "todo-count")) {
            assertThat(browser.present(Browser.testId(id)).isDisplayed()).as(id).isFalse();
        }
        browser.find(By.linkText("Todos")).sendKeys("n");
        browser.until(driver -> browser.inputOf("todo-new").equals(browser.focused()));
    }

    @Test
    void two_browsers_show_the_same_list_and_nobody_is_disturbed_while_editing(Browser browser, Browser other) {
        open(browser);
        browser.find(title(CALL)).sendKeys(Keys.F2);
        browser.type(" today");

        open(other);
        other.inputOf("todo-new").sendKeys("buy milk", Keys.ENTER);
        other.waitForText("3 items left");
        browser.waitForText("3 items left");
        assertThat(Browser.valueOf(browser.find(By.className("todo-edit")))).isEqualTo(CALL + " today");
        browser.find(By.className("todo-edit")).sendKeys(Keys.ENTER);

        waitForTodos(browser, CALL + " today", SEND, CLOSE, "buy milk");
        waitForTodos(other, CALL + " today", SEND, CLOSE, "buy milk");
    }

    @Test
    void nothing_moves_while_the_next_todo_is_edited_already(Browser browser) {
        open(browser);
        browser.find(title(SEND)).sendKeys(Keys.F2);
        browser.type(" today");
        deleteElsewhere(browser, CALL);

        browser.activate(title(CLOSE));
        browser.type(" and");
        browser.type(" July", Keys.ENTER);

        waitForTodos(browser, SEND + " today", CLOSE + " and July");
    }

    @Test
    void what_is_too_long_to_be_saved_waits_for_its_todo_to_come_into_view_again(Browser browser) {
        jdbc.sql("insert into todos (title) select 'Todo ' || n from generate_series(1, 100) as n")
                .update();
        SignInPage.open(browser, "/dashboard/todos");
        browser.find(title(CALL)).sendKeys(Keys.F2);
        browser.type("x".repeat(255));
        browser.waitForText("A title has at most 255 characters");

        scrollTo(browser, 102);
        browser.find(title("Todo 100"));
        assertThat(browser.driver().findElements(By.className("todo-edit"))).isEmpty();
        scrollTo(browser, 0);

        assertThat(Browser.valueOf(browser.find(By.className("todo-edit")))).isEqualTo(CALL + "x".repeat(255));
        browser.waitForText("A title has at most 255 characters");
    }

    private static void scrollTo(Browser browser, int index) {
        browser.run("document.querySelector('vaadin-virtual-list').scrollToIndex(arguments[0])", index);
    }

    @Test
    void the_menu_edits_the_todo_that_it_was_opened_for_wherever_that_is_by_now(Browser browser) {
        open(browser);
        browser.click(handle(SEND));
        deleteElsewhere(browser, CALL);
        waitForTodos(browser, SEND, CLOSE);

        browser.press("Edit");
        browser.type(" today", Keys.ENTER);

        waitForTodos(browser, SEND + " today", CLOSE);
    }

    @Test
    void the_menu_is_walked_by_keys_and_left_with_tab(Browser browser) {
        open(browser);
        var handle = browser.find(handle(SEND));

        handle.sendKeys(Keys.ENTER);
        assertThat(handle.getDomAttribute("aria-expanded")).isEqualTo("true");
        browser.type(Keys.END);
        assertThat(browser.focused().getText()).isEqualTo("Move to bottom");
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.focused().getText()).isEqualTo("Edit");

        browser.type(Keys.TAB);
        assertThat(handle.getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Delete “%s”".formatted(SEND));
    }

    private static void open(Browser browser) {
        SignedIn.open(browser, "/dashboard/todos");
        browser.waitForHeading("Todos");
        waitForTodos(browser, CALL, SEND, CLOSE);
    }

    private static void deleteElsewhere(Browser browser, String title) {
        var here = browser.openTab();
        browser.open("/dashboard/todos");
        browser.waitForHeading("Todos");
        browser.find(By.cssSelector("[aria-label='Delete “%s”']".formatted(title)))
                .sendKeys(Keys.ENTER);
        browser.waitForText("Todo deleted");
        browser.goToTab(here);
    }

    /** What looks like it is drawn around it. */
    private static WebElement all(Browser browser) {
        return browser.present(By.cssSelector("[data-testid='todo-all'] input"));
    }

    private static By title(String title) {
        return By.xpath("//acme-todo/button[.='%s']".formatted(title));
    }

    private static By check(String title) {
        return By.xpath("//acme-todo//input[@aria-label='%s']".formatted(title));
    }

    private static By handle(String title) {
        return By.xpath("//acme-todo/button[@aria-label='Move or edit “%s”']".formatted(title));
    }

    private static void waitForEntry(Browser browser, String text) {
        browser.waitForHeading("Todos");
        browser.until(
                () -> "“%s” in the field for a new todo".formatted(text),
                ignored -> Browser.valueOf(browser.inputOf("todo-new")).equals(text));
    }

    private static void waitForTodos(Browser browser, String... titles) {
        browser.until(driver -> driver.findElements(By.cssSelector("[role='listitem']:not([hidden])")).stream()
                .sorted((one, other) -> place(one) - place(other))
                .map(row -> row.findElement(By.className("todo-title")).getText())
                .toList()
                .equals(List.of(titles)));
        browser.waitForClient();
    }

    private static Point middleOf(WebElement element) {
        var place = element.getRect();
        return new Point(place.x + place.width / 2, place.y + place.height / 2);
    }

    private static int topOf(WebElement element) {
        return element.getLocation().y;
    }

    private static int place(WebElement row) {
        return Integer.parseInt(row.getDomAttribute("aria-posinset"));
    }
}
