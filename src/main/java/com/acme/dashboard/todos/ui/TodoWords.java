package com.acme.dashboard.todos.ui;

import com.acme.dashboard.todos.TodoFilter;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.JacksonUtils;
import tools.jackson.databind.node.ObjectNode;

/** What the page says of todos. */
final class TodoWords {

    private TodoWords() {}

    static String left(long active) {
        return I18NProvider.translate("todos.left", active);
    }

    static String name(TodoFilter filter) {
        return I18NProvider.translate(
                switch (filter) {
                    case ALL -> "todos.filter.all";
                    case ACTIVE -> "todos.filter.active";
                    case COMPLETED -> "todos.filter.completed";
                });
    }

    static String nothing(TodoFilter filter) {
        return I18NProvider.translate(filter == TodoFilter.ACTIVE ? "todos.nothing-active" : "todos.nothing-completed");
    }

    static String moved(long place, long of) {
        return I18NProvider.translate("todos.moved", place, of);
    }

    /** What the rows say, which are built in the browser; the title stands for {0}. */
    static ObjectNode forBrowser() {
        var texts = JacksonUtils.createObjectNode();
        for (var name : new String[] {"delete-of", "edit-of", "more-of"}) {
            texts.put(name, I18NProvider.translate("todos." + name, "{0}"));
        }
        for (var name : new String[] {"edit", "keys", "move.bottom", "move.down", "move.top", "move.up"}) {
            texts.put(name, I18NProvider.translate("todos." + name));
        }
        texts.put("too-long", I18NProvider.translate("todos.too-long", "{0}", "{1}"));
        return texts;
    }
}
