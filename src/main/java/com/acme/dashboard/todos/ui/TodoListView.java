package com.acme.dashboard.todos.ui;

import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoService;
import com.acme.dashboard.todos.TodosChanged;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** What is to be done, in one list that everyone shares; the filter is in the URL. */
@Route(TodoListView.PATH)
@PageTitle("todos.title")
@Menu(title = "todos.title", order = 4, icon = "todos")
@StyleSheet("styles/todos.css")
@PermitAll
class TodoListView extends Div implements AfterNavigationObserver {

    static final String PATH = "dashboard/todos";

    private final TodoService todos;
    private final PageHeader header = new PageHeader(getTranslation("todos.title"));
    private final TodoPanel panel;
    private final EmptyState none = new EmptyState(Glyph.CHECK, getTranslation("todos.none"));
    private final FailedState failed = new FailedState(getTranslation("todos.failed"), this::refresh);

    TodoListView(TodoService todos, Changes changes) {
        this.todos = todos;
        addClassNames("list-page", "todo-page");
        panel = new TodoPanel(todos, this::refresh, this::fail);
        add(header, panel, none, failed);
        changes.listen(this, TodosChanged.class, this::refresh);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameter = event.getLocation().getQueryParameters().getSingleParameter("filter");
        panel.filter(TodoFilter.ofParameter(parameter.orElse(null)));
        refresh();
    }

    private void refresh() {
        Failures.attempt(
                () -> {
                    var counts = todos.counts();
                    header.setCount(counts.total());
                    panel.show(counts);
                    none.setVisible(counts.total() == 0);
                    failed.setVisible(false);
                },
                this::fail);
    }

    /** What is being typed stays: only what could not be read is replaced. */
    private void fail() {
        panel.hideTodos();
        none.setVisible(false);
        failed.setVisible(true);
    }
}
