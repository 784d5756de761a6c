package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;

/** The conditions that are on, each with a click that takes it off, and a way to add one. */
final class RowFilters extends Div {

    private final transient TableShape shape;
    private final SerializableConsumer<List<ColumnFilter>> chosen;
    private final Button add = new Button(getTranslation("studio.filter.add"), Glyph.PLUS.create());

    RowFilters(TableShape shape, SerializableConsumer<List<ColumnFilter>> chosen) {
        this.shape = shape;
        this.chosen = chosen;
        addClassName("chips");
        setTestId("studio-filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("studio.filters"));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClassName("chips-clear");
        add.setTestId("studio-add-filter");
    }

    void show(List<ColumnFilter> filters) {
        removeAll();
        filters.forEach(filter -> add(chip(filter, filters)));
        var form = new FilterForm(shape, filter -> chosen.accept(with(filters, filter)));
        form.setTarget(add);
        add(add, form);
        if (!filters.isEmpty()) {
            var clear = new Button(getTranslation("studio.filters.clear"), click -> chosen.accept(List.of()));
            clear.addThemeVariants(ButtonVariant.TERTIARY);
            clear.addClassName("chips-clear");
            add(clear);
        }
    }

    private Button chip(ColumnFilter filter, List<ColumnFilter> filters) {
        var text = FilterForm.describe(filter);
        var chip = new Button(text, Glyph.CLOSE.create(), click -> chosen.accept(without(filters, filter)));
        chip.setIconAfterText(true);
        chip.addClassName("chip");
        chip.setAriaLabel(getTranslation("studio.filter.remove", text));
        return chip;
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
