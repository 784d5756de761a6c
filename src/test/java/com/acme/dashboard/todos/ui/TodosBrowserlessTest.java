package com.acme.dashboard.todos.ui;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.common.ui.Addresses;
import com.acme.dashboard.todos.Todo;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.component.virtuallist.VirtualListTester;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of the list, in which the panel is told what the browser reports of keys and pointer, as {@code todos/todos.js} does. */
abstract class TodosBrowserlessTest extends BrowserlessTest {

    static final String CALL = "d0000000-0000-4000-8000-000000000001";
    static final String SEND = "d0000000-0000-4000-8000-000000000002";
    static final String CLOSE = "d0000000-0000-4000-8000-000000000003";

    @Autowired
    JdbcClient database;

    /** What is hidden is in the page all the same: where scripts look for it. */
    boolean isShown(Class<? extends Component> part) {
        return !findInView(part).single().getElement().hasAttribute("hidden");
    }

    static void open(String path) {
        Addresses.open(path);
    }

    /** To the end of the request, when the page hears of what it changed. */
    static void settle() {
        MockVaadin.clientRoundtrip();
    }

    TodoPanel panel() {
        return findInView(TodoPanel.class).single();
    }

    VirtualListTester<VirtualList<Todo>, Todo> list() {
        VirtualList<Todo> list = findInView(TodoList.class).single();
        return test(list);
    }

    List<String> titles() {
        return IntStream.range(0, list().size())
                .mapToObj(list()::getItem)
                .map(todo -> todo.title() + (todo.completed() ? "*" : ""))
                .toList();
    }

    Button clear() {
        return findInView(Button.class).withText("Clear completed").single();
    }

    String count() {
        return findInView(Span.class).withTestId("todo-count").single().getText();
    }
}
