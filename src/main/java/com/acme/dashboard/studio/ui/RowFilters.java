package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions that are on, each with a click that takes it off, and a way to add one. */
final class RowFilters extends Div {

    private final SerializableConsumer<List<ColumnFilter>> chosen;
    private final Button add = new Button(getTranslation("studio.filter.add"), Glyph.PLUS.create());
    private final Button clear = new Button(getTranslation("studio.filters.clear"));
    private final transient Map<ColumnFilter, Button> chips = new LinkedHashMap<>();

    RowFilters(TableShape shape, SerializableConsumer<List<ColumnFilter>> chosen) {
        this.chosen = chosen;
        addClassName("chips");
        setTestId("studio-filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("studio.filters"));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClassName("chips-clear");
        add.setTestId("studio-add-filter");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClassName("chips-clear");
        clear.addClickListener(click -> choose(List.of()));
        var form = new FilterForm(shape, filter -> choose(with(filters(), filter)));
        form.setTarget(add);
        add(add, form, clear);
    }

    /** Shows these conditions; what is there already keeps its place and the focus. */
    void show(List<ColumnFilter> filters) {
        var gone = new HashMap<>(chips);
        filters.forEach(gone::remove);
        gone.forEach((filter, chip) -> remove(chip));
        chips.keySet().retainAll(filters);
        filters.forEach(filter -> chips.computeIfAbsent(filter, this::chip));
        clear.setVisible(!filters.isEmpty());
    }

    private List<ColumnFilter> filters() {
        return List.copyOf(chips.keySet());
    }

    private Button chip(ColumnFilter filter) {
        var text = FilterForm.describe(filter);
        var chip = new Button(text, Glyph.CLOSE.create(), click -> choose(without(filters(), filter)));
        chip.setIconAfterText(true);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("studio.filter.remove", text));
        addComponentAtIndex(indexOf(add), chip);
        return chip;
    }

    /** What was pressed may go away: the focus stays among the conditions. */
    private void choose(List<ColumnFilter> filters) {
        chosen.accept(filters);
        add.focus();
    }

    private static List<ColumnFilter> with(List<ColumnFilter> filters, ColumnFilter added) {
        var more = new ArrayList<>(filters);
        more.add(added);
        return more;
    }

    private static List<ColumnFilter> without(List<ColumnFilter> filters, ColumnFilter removed) {
        return filters.stream().filter(filter -> !filter.equals(removed)).toList();
    }
}
