package com.acme.dashboard.todos.ui;

import com.acme.dashboard.todos.TodoCounts;
import com.acme.dashboard.todos.TodoFilter;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;

/** How many are left, the filters as links, and what clears the completed ones. */
final class TodoFooter extends Div {

    private final Span count = new Span();
    private final Map<TodoFilter, Anchor> filters = new EnumMap<>(TodoFilter.class);
    private final Button clear = new Button(getTranslation("todos.clear-completed"));

    TodoFooter(TodoActions actions) {
        addClassName("todo-footer");
        count.setTestId("todo-count");
        count.addClassNames("figures", "muted");
        count.getElement().setAttribute("role", "status");
        var links = new Nav();
        links.setAriaLabel(getTranslation("todos.filter"));
        links.addClassName("todo-filters");
        for (var filter : TodoFilter.values()) {
            var link = new Anchor(
                    TodoListView.PATH
                            + filter.toParameter()
                                    .map(value -> "?filter=" + value)
                                    .orElse(""),
                    TodoWords.name(filter));
            filters.put(filter, link);
            links.add(link);
        }
        clear.setTestId("todo-clear");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassName("todo-clear");
        clear.addClickListener(click -> actions.clearCompleted());
        add(count, links, clear);
    }

    void mark(TodoFilter current) {
        filters.forEach((filter, link) -> {
            if (filter == current) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    void show(TodoCounts counts) {
        count.setText(TodoWords.left(counts.active()));
        clear.setVisible(counts.completed() > 0);
    }
}
