package com.acme.dashboard.todos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Failures;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class TodoUndoTest extends TodosBrowserlessTest {

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

    private void undo() {
        test(find(Button.class).withText("Undo").single()).click();
        settle();
    }
}
