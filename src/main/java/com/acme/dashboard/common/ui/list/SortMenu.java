package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Sort;

/** Chooses the order of a list whose rows are cards, which have no headers to click: by what, and up or down. */
final class SortMenu extends MenuBar {

    private final Map<String, String> names = new HashMap<>();
    private final SerializableConsumer<Sort> chosen;
    private final MenuItem root = addItem("");
    private final Map<String, MenuItem> properties = new HashMap<>();
    private final Map<Sort.Direction, MenuItem> directions = new EnumMap<>(Sort.Direction.class);
    private Sort.Order order;

    /** Offers the columns, whose keys are the properties of the sort. */
    SortMenu(List<? extends Grid.Column<?>> columns, Sort.Order order, SerializableConsumer<Sort> chosen) {
        this.order = order;
        this.chosen = chosen;
        addClassName("sort-menu");
        setTestId("sort-menu");
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        columns.forEach(column -> {
            names.put(column.getKey(), column.getHeaderText());
            properties.put(
                    column.getKey(), addChoice(column.getHeaderText(), now -> now.withProperty(column.getKey())));
        });
        root.getSubMenu().addSeparator();
        for (var direction : Sort.Direction.values()) {
            directions.put(direction, addChoice(words(direction), now -> now.with(direction)));
        }
        show(order);
    }

    private MenuItem addChoice(String name, SerializableFunction<Sort.Order, Sort.Order> next) {
        var item = root.getSubMenu().addItem(name, click -> {
            // A click takes away the check mark of what is chosen already.
            show(order);
            chosen.accept(Sort.by(next.apply(order)));
        });
        item.setCheckable(true);
        return item;
    }

    /** Shows by a word, an arrow and check marks which order the rows have. */
    void show(Sort.Order shown) {
        order = shown;
        var name = names.getOrDefault(order.getProperty(), "");
        root.setText(name + (order.isAscending() ? " ↑" : " ↓"));
        root.setAriaLabel(getTranslation("app.sort", name, words(order.getDirection())));
        properties.forEach((property, item) -> item.setChecked(property.equals(order.getProperty())));
        directions.forEach((direction, item) -> item.setChecked(direction == order.getDirection()));
    }

    private String words(Sort.Direction direction) {
        return getTranslation(direction.isAscending() ? "app.sort.ascending" : "app.sort.descending");
    }
}
