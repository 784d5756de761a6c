package com.acme.dashboard.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.function.SerializableFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list whose rows are links. A row stays the same element for as long as where it leads is listed: whatever changes on it
 * or around it, the focus stays on it.
 *
 * @param <T> what a row shows, comparable by {@code equals}
 */
final class LinkRows<T> extends HtmlContainer {

    private final SerializableFunction<T, String> path;
    private final SerializableFunction<T, List<Component>> content;
    private final Map<String, Row> rows = new HashMap<>();

    /**
     * An empty list.
     *
     * @param tag says whether the order tells something
     * @param path where the row leads, each to another place
     * @param content what stands in the row
     */
    LinkRows(String tag, SerializableFunction<T, String> path, SerializableFunction<T, List<Component>> content) {
        super(tag);
        this.path = path;
        this.content = content;
        addClassName("list-rows");
    }

    void show(List<T> all) {
        rows.keySet().retainAll(all.stream().map(path).toList());
        remove(getChildren().filter(row -> !rows.containsValue(row)).toList());
        for (var index = 0; index < all.size(); index++) {
            var one = all.get(index);
            var row = rows.computeIfAbsent(path.apply(one), Row::new);
            row.show(one);
            if (!getChildren().skip(index).findFirst().equals(Optional.of(row))) {
                addComponentAtIndex(index, row);
            }
        }
    }

    private final class Row extends ListItem {

        private final Anchor link;
        private transient @Nullable T shown;

        Row(String path) {
            link = new Anchor(path);
            link.addClassName("list-row");
            add(link);
        }

        void show(T one) {
            if (!one.equals(shown)) {
                shown = one;
                link.removeAll();
                link.add(content.apply(one));
            }
        }
    }
}
