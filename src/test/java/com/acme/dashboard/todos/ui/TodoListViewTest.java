package com.acme.dashboard.todos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.todos.Todo;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.component.virtuallist.VirtualListTester;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** What the browser reports of keys and pointer is told to the panel, as {@code todos.js} does. */
@IntegrationTest
@WithUserDetails("user@acme.test")
class TodoListViewTest extends BrowserlessTest {

    private static final String CALL = "d0000000-0000-4000-8000-000000000001";
    private static final String SEND = "d0000000-0000-4000-8000-000000000002";
    private static final String CLOSE = "d0000000-0000-4000-8000-000000000003";

    @Autowired
    private JdbcClient database;

    @Test
    void lists_the_todos_in_their_order_with_how_many_are_left() {
        open("dashboard/todos");

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Todos");
        assertThat(titles()).containsExactly("Call Harbor & Pine", "Send the statements", "Close the books of June*");
        assertThat(count()).isEqualTo("2 items left");
    }

    @Test
    void adds_what_is_typed_trimmed_and_refuses_nothing_at_all() {
        open("dashboard/todos");

        assertThat(panel().create("  buy milk ")).isTrue();
        assertThat(panel().create("   ")).isFalse();
        settle();

        assertThat(titles()).endsWith("buy milk").hasSize(4);
        assertThat(count()).isEqualTo("3 items left");
    }

    @Test
    void refuses_a_title_that_is_too_long_in_words() {
        open("dashboard/todos");

        assertThat(panel().create("x".repeat(256))).isFalse();
        assertThat(panel().rename(CALL, "x".repeat(256))).isFalse();

        assertThat(notification()).isEqualTo("A title has at most 255 characters; this one has 256.");
    }

    @Test
    void ticks_one_and_counts_with_the_right_plural() {
        open("dashboard/todos");

        assertThat(panel().complete(CALL, true)).isTrue();
        settle();
        assertThat(titles()).startsWith("Call Harbor & Pine*");
        assertThat(count()).isEqualTo("1 item left");
        assertThat(all().getValue()).isFalse();

        panel().complete(SEND, true);
        settle();
        assertThat(count()).isEqualTo("0 items left");
        assertThat(all().getValue()).as("all are done").isTrue();

        panel().complete(CLOSE, false);
        settle();
        assertThat(all().getValue()).isFalse();
    }

    @Test
    void ticks_all_and_none() {
        open("dashboard/todos");

        test(all()).click();
        settle();
        assertThat(titles()).hasSize(3).allMatch(title -> title.endsWith("*"));

        test(all()).click();
        settle();
        assertThat(titles()).hasSize(3).noneMatch(title -> title.endsWith("*"));
        assertThat(count()).isEqualTo("3 items left");
    }

    @Test
    void saves_an_edited_title_trimmed_and_deletes_the_todo_where_it_is_empty() {
        open("dashboard/todos");

        assertThat(panel().rename(CALL, " Call Juniper ")).isTrue();
        assertThat(panel().rename(SEND, "  ")).isTrue();
        settle();

        assertThat(titles()).containsExactly("Call Juniper", "Close the books of June*");
        assertThat(notification()).isEqualTo("Todo deleted");
    }

    @Test
    void deletes_one_and_brings_the_same_one_back_to_its_place() {
        open("dashboard/todos");

        assertThat(panel().remove(SEND)).isTrue();
        settle();
        assertThat(titles()).hasSize(2);

        undo();
        assertThat(titles()).containsExactly("Call Harbor & Pine", "Send the statements", "Close the books of June*");
        assertThat(list().getItem(1).id()).hasToString(SEND);
    }

    @Test
    @ExpectedLog(Failures.class)
    void what_could_not_be_brought_back_can_be_brought_back_at_the_next_try() {
        open("dashboard/todos");
        panel().remove(SEND);
        settle();

        database.sql("alter table todos rename to todos_away").update();
        try {
            undo();
        } finally {
            database.sql("alter table todos_away rename to todos").update();
        }
        assertThat(notification()).isEqualTo("Todo deleted");
        undo();

        assertThat(titles()).containsExactly("Call Harbor & Pine", "Send the statements", "Close the books of June*");
    }

    @Test
    void clears_the_completed_ones_and_brings_them_back() {
        open("dashboard/todos");
        panel().complete(CALL, true);
        settle();

        test(clear()).click();
        settle();
        assertThat(titles()).containsExactly("Send the statements");
        assertThat(find(Button.class).withText("Clear completed").exists()).isFalse();
        assertThat(notification()).isEqualTo("2 todos deleted");

        undo();
        assertThat(titles()).containsExactly("Call Harbor & Pine*", "Send the statements", "Close the books of June*");
    }

    @Test
    void asks_before_it_clears_more_than_can_be_brought_back() {
        database.sql("insert into todos (title, completed) select 'Todo', true from generate_series(1, 10000) as n")
                .update();
        open("dashboard/todos");

        test(clear()).click();
        assertThat(count()).isEqualTo("2 items left");
        assertThat(list().size()).isEqualTo(10_003);
        var dialog = test(find(ConfirmDialog.class).single());
        assertThat(dialog.getText()).isEqualTo("They are too many to be brought back. This cannot be undone.");
        dialog.confirm();
        settle();

        assertThat(titles()).containsExactly("Call Harbor & Pine", "Send the statements");
        assertThat(notification()).isEqualTo("10,001 todos deleted");
        assertThat(find(Button.class).withText("Undo").exists()).isFalse();
    }

    @Test
    void filters_by_address_and_marks_the_current_link() {
        open("dashboard/todos?filter=active");
        assertThat(titles()).containsExactly("Call Harbor & Pine", "Send the statements");
        assertThat(currentFilter()).isEqualTo("Active");
        panel().complete(CALL, true);
        settle();
        assertThat(titles()).containsExactly("Send the statements");

        open("dashboard/todos?filter=completed");
        assertThat(titles()).containsExactly("Call Harbor & Pine*", "Close the books of June*");
        assertThat(findInView(Anchor.class).withText("Active").single().getHref())
                .isEqualTo("dashboard/todos?filter=active");

        open("dashboard/todos?filter=Nonsense");
        assertThat(currentFilter()).isEqualTo("All");
        assertThat(titles()).hasSize(3);
    }

    @Test
    void says_when_the_filter_lists_none_and_hides_everything_where_there_are_none_at_all() {
        open("dashboard/todos?filter=completed");
        panel().complete(CLOSE, false);
        settle();
        assertThat(findInView(Paragraph.class)
                        .withText("Nothing is completed yet.")
                        .exists())
                .isTrue();
        assertThat(count()).isEqualTo("3 items left");

        test(all()).click();
        settle();
        test(clear()).click();
        settle();
        assertThat(isShown(TodoList.class)).isFalse();
        assertThat(isShown(TodoFooter.class)).isFalse();
        assertThat(findInView(Checkbox.class).exists()).isFalse();
        assertThat(findInView(Paragraph.class)
                        .withText("Nothing to do. Write down the first thing above.")
                        .exists())
                .isTrue();
    }

    @Test
    void moves_a_todo_and_says_where_it_is() {
        open("dashboard/todos");

        assertThat(panel().step(SEND, "up")).isTrue();
        settle();
        assertThat(titles()).startsWith("Send the statements", "Call Harbor & Pine");
        assertThat(findInView(Span.class).withText("Moved to place 1 of 3").exists())
                .isTrue();

        assertThat(panel().place(SEND, CLOSE, true)).isTrue();
        settle();
        assertThat(titles()).endsWith("Close the books of June*", "Send the statements");
    }

    @Test
    void someone_elses_change_shows_but_not_under_the_hands_of_someone_who_edits() {
        open("dashboard/todos");
        panel().busy(true);

        panel().create("From elsewhere");
        settle();
        assertThat(count()).isEqualTo("3 items left");
        assertThat(titles()).hasSize(3);

        panel().busy(false);
        assertThat(titles()).endsWith("From elsewhere");
    }

    @Test
    @ExpectedLog(Failures.class)
    void the_row_that_someone_edits_stays_where_the_list_gets_empty_or_cannot_be_read() {
        open("dashboard/todos?filter=active");
        panel().busy(true);

        panel().complete(SEND, true);
        panel().complete(CALL, true);
        settle();
        assertThat(count()).isEqualTo("0 items left");
        assertThat(isShown(TodoList.class)).isTrue();
        database.sql("alter table todos rename to todos_away").update();
        try {
            open("dashboard/todos?filter=active");
            assertThat(isShown(TodoFooter.class)).isFalse();
            assertThat(isShown(TodoList.class)).isTrue();
        } finally {
            database.sql("alter table todos_away rename to todos").update();
        }

        panel().busy(false);
        assertThat(isShown(TodoFooter.class)).isTrue();
        assertThat(isShown(TodoList.class)).isFalse();
    }

    @Test
    void what_was_typed_into_a_todo_that_someone_deleted_can_be_added_again() {
        open("dashboard/todos");
        database.sql("delete from todos where title like 'Call%'").update();

        panel().rename(CALL, "Call <b>them</b>");
        var dialog = test(find(ConfirmDialog.class).single());
        assertThat(dialog.getText())
                .isEqualTo("Someone deleted it while you were editing. You wrote: “Call <b>them</b>”");
        dialog.confirm();
        settle();

        assertThat(titles()).endsWith("Call <b>them</b>").hasSize(3);
    }

    @Test
    void says_so_where_someone_deleted_what_is_to_be_ticked_or_moved() {
        open("dashboard/todos");
        database.sql("delete from todos where title like 'Call%'").update();

        assertThat(panel().complete(CALL, true)).isFalse();
        assertThat(panel().step(CALL, "down")).isFalse();
        assertThat(panel().place(SEND, CALL, false)).isFalse();

        assertThat(notification()).isEqualTo("That todo has been deleted meanwhile.");
        assertThat(findInView(Span.class).withTextContaining("Moved").exists()).isFalse();
        assertThat(titles()).hasSize(2);
    }

    @Test
    @ExpectedLog(Failures.class)
    void keeps_what_was_typed_when_the_database_fails_and_reads_again_on_request() {
        open("dashboard/todos");
        database.sql("alter table todos rename to todos_away").update();
        try {
            assertThat(panel().create("buy milk")).isFalse();
            assertThat(notification())
                    .isEqualTo("The database does not answer. Nothing was changed. Try again in a moment.");
            test(all()).click();
            assertThat(all().getValue()).as("all are done after that").isFalse();
            open("dashboard/todos?filter=active");
            assertThat(findInView(Paragraph.class)
                            .withText("Todos cannot be read right now, because the database does not answer.")
                            .exists())
                    .isTrue();
        } finally {
            database.sql("alter table todos_away rename to todos").update();
        }
        test(findInView(Button.class).withText("Try again").single()).click();

        assertThat(titles()).hasSize(2);
    }

    @Test
    void lists_ten_thousand_with_a_few_in_the_page() {
        database.sql("insert into todos (title) select 'Todo ' || n from generate_series(1, 10000) as n")
                .update();

        open("dashboard/todos");

        assertThat(count()).isEqualTo("10,002 items left");
        assertThat(list().getItem(10_002).title()).isEqualTo("Todo 10000");
    }

    /** What is hidden is in the page all the same: where scripts look for it. */
    private boolean isShown(Class<? extends Component> part) {
        return !findInView(part).single().getElement().hasAttribute("hidden");
    }

    private static void open(String path) {
        Addresses.open(path);
    }

    /** To the end of the request, when the page hears of what it changed. */
    private static void settle() {
        MockVaadin.clientRoundtrip();
    }

    private void undo() {
        test(find(Button.class).withText("Undo").single()).click();
        settle();
    }

    private TodoPanel panel() {
        return findInView(TodoPanel.class).single();
    }

    private VirtualListTester<VirtualList<Todo>, Todo> list() {
        VirtualList<Todo> list = findInView(TodoList.class).single();
        return test(list);
    }

    private List<String> titles() {
        return IntStream.range(0, list().size())
                .mapToObj(list()::getItem)
                .map(todo -> todo.title() + (todo.completed() ? "*" : ""))
                .toList();
    }

    private Checkbox all() {
        return findInView(Checkbox.class).withTestId("todo-all").single();
    }

    private Button clear() {
        return findInView(Button.class).withText("Clear completed").single();
    }

    private String count() {
        return findInView(Span.class).withTestId("todo-count").single().getText();
    }

    private String currentFilter() {
        return findInView(Anchor.class)
                .withAttribute("aria-current", "page")
                .single()
                .getText();
    }

    private String notification() {
        return find(Span.class)
                .withClassName("notification-text")
                .from(find(Notification.class).last())
                .single()
                .getText();
    }
}
