package com.acme.dashboard.todos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Failures;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** The list while somebody else changes it as well. */
@IntegrationTest
@WithUserDetails("user@acme.test")
class SharedTodoListTest extends TodosBrowserlessTest {

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
}
