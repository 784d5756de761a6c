package com.acme.dashboard.todos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Failures;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class TodoListViewTest extends TodosBrowserlessTest {

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

    private Checkbox all() {
        return findInView(Checkbox.class).withTestId("todo-all").single();
    }

    private String currentFilter() {
        return findInView(Anchor.class)
                .withAttribute("aria-current", "page")
                .single()
                .getText();
    }
}
