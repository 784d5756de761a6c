package com.acme.dashboard.todos.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.todos.DeletedTodos;
import com.acme.dashboard.todos.Todo;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoGone;
import com.acme.dashboard.todos.TodoService;
import com.acme.dashboard.todos.TodoStep;
import com.acme.dashboard.todos.TooManyToRestore;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import java.util.UUID;
import java.util.function.IntConsumer;

/** What can be done with todos, in words where it fails; each answers whether it was done. */
final class TodoActions {

    private final TodoService todos;
    private final Command refresh;

    /** {@code refresh} shows what is there where it is not what a person saw. */
    TodoActions(TodoService todos, Command refresh) {
        this.todos = todos;
        this.refresh = refresh;
    }

    boolean add(String typed) {
        return titled(typed, () -> todos.add(typed));
    }

    /** Saves another title; without one, the todo is deleted. */
    boolean rename(UUID id, String typed) {
        if (Todo.trim(typed).isEmpty()) {
            return delete(id);
        }
        return titled(typed, () -> {
            try {
                todos.rename(id, typed);
            } catch (TodoGone _) {
                offerAgain(typed);
                refresh.execute();
            }
        });
    }

    boolean complete(UUID id, boolean done) {
        return attempt(() -> todos.complete(id, done));
    }

    boolean completeAll(boolean done) {
        return attempt(() -> todos.completeAll(done));
    }

    /** One that someone else has deleted is gone as well. */
    boolean delete(UUID id) {
        return Failures.attempt(() -> {
            try {
                offerUndo(todos.delete(id));
            } catch (TodoGone _) {
                tellGone();
            }
        });
    }

    /** Asks first where they are too many to be brought back. */
    void clearCompleted() {
        attempt(() -> {
            try {
                offerUndo(todos.clearCompleted());
            } catch (TooManyToRestore many) {
                askToClear(many.count());
            }
        });
    }

    boolean move(UUID id, TodoStep step, TodoFilter listed) {
        return attempt(() -> todos.move(id, step, listed));
    }

    boolean place(UUID id, UUID other, boolean after) {
        return attempt(() -> {
            if (after) {
                todos.moveAfter(id, other);
            } else {
                todos.moveBefore(id, other);
            }
        });
    }

    /** Tells how many of the listed todos come before this one. */
    boolean index(UUID id, TodoFilter listed, IntConsumer told) {
        return Failures.attempt(() -> told.accept(todos.index(id, listed)));
    }

    /** Until it is stored or given up, so that what was typed is never lost. */
    private void offerAgain(String typed) {
        var dialog = new TodoGoneDialog(Todo.trim(typed), () -> {
            if (!add(typed)) {
                offerAgain(typed);
            }
        });
        dialog.open();
    }

    private void askToClear(long count) {
        var dialog = new Question();
        dialog.setHeader(I18NProvider.translate("todos.clear.many", count));
        dialog.setText(I18NProvider.translate("todos.clear.many.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("app.cancel"));
        dialog.setConfirmText(I18NProvider.translate("todos.clear.many.confirm"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> attempt(
                () -> Notifications.success(I18NProvider.translate("todos.deleted", todos.clearCompletedForGood()))));
        dialog.openAtCancel();
    }

    private void offerUndo(DeletedTodos deleted) {
        if (deleted.count() > 0) {
            Notifications.withUndo(
                    I18NProvider.translate("todos.deleted", deleted.count()),
                    () -> attempt(() -> todos.restore(deleted)));
        }
    }

    private boolean titled(String typed, Runnable action) {
        var length = Todo.length(Todo.trim(typed));
        if (length > Todo.MAX_TITLE) {
            Notifications.error(I18NProvider.translate("todos.too-long", Todo.MAX_TITLE, length));
        }
        return length > 0 && length <= Todo.MAX_TITLE && attempt(action);
    }

    private boolean attempt(Runnable action) {
        try {
            return Failures.attempt(action);
        } catch (TodoGone _) {
            tellGone();
            return false;
        }
    }

    private void tellGone() {
        Notifications.error(I18NProvider.translate("todos.gone-already"));
        refresh.execute();
    }
}
