package com.acme.dashboard.todos.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.todos.Todo;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoService;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The todos that the filter lists: only those in view are in the page, however many there are. */
final class TodoList extends VirtualList<Todo> {

    // An item that is still on its way has no id.
    private static final String ROW = """
            <acme-todo .sprite="${'%s'}"
                .todo="${item.id && {id: item.id, title: item.title, completed: item.completed}}"></acme-todo>
            """.formatted(Glyph.SPRITE);

    private final TodoService todos;
    private final Command failed;
    private final CallbackDataProvider<Todo, Void> rows =
            new CallbackDataProvider<>(this::page, query -> size(), todo -> Objects.requireNonNull(todo.id()));
    private TodoFilter filter = TodoFilter.ALL;
    private int size;

    /** An empty list; {@code failed} runs where the database fails while it is being scrolled. */
    TodoList(TodoService todos, Command failed) {
        this.todos = todos;
        this.failed = failed;
        addClassName("todo-list");
        setTestId("todo-list");
        getElement().setAttribute("aria-label", getTranslation("todos.title"));
        setRenderer(LitRenderer.<Todo>of(ROW)
                .withProperty("id", todo -> String.valueOf(todo.id()))
                .withProperty("title", Todo::title)
                .withProperty("completed", Todo::completed));
        setDataProvider(rows);
    }

    void show(TodoFilter shown, int count) {
        filter = shown;
        size = count;
        rows.refreshAll();
    }

    private int size() {
        return size;
    }

    private Stream<Todo> page(Query<Todo, Void> query) {
        return Failures.read(() -> todos.page(filter, query.getOffset(), query.getLimit()), failed::execute).stream()
                .flatMap(List::stream);
    }
}
