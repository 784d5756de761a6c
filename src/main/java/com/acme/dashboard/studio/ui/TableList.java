package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.list.RowTemplate;
import com.acme.dashboard.studio.TableEntry;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import java.text.CompactNumberFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every table and view, each a link to its rows; narrowed down by a part of the name. */
final class TableList extends Aside {

    private static final String ROW = """
            <a class="studio-table" href="${item.path}" router-link aria-current="${item.current}" title="${item.title}">%s<span
              class="cut">${item.name}</span><span class="figures small muted">${item.estimate}</span></a>
            """.formatted(Glyph.markup("${item.symbol}"));

    private final VirtualList<TableEntry> list = new VirtualList<>();
    private ListDataProvider<TableEntry> entries = new ListDataProvider<>(List.of());
    private final TextField narrow = new TextField();
    private final Div nothing = new Div();
    private @Nullable TableName current;

    /**
     * Without tables.
     *
     * @param address where a table's link leads, relative to the application
     */
    TableList(SerializableFunction<TableName, String> address) {
        addClassName("studio-tables");
        setTestId("studio-tables");
        getElement().setAttribute("aria-label", getTranslation("studio.tables"));
        narrow.setTestId("studio-find-table");
        narrow.setPlaceholder(getTranslation("studio.tables.narrow"));
        narrow.setAriaLabel(getTranslation("studio.tables.narrow"));
        narrow.setPrefixComponent(Glyph.SEARCH.create());
        narrow.setClearButtonVisible(true);
        narrow.setValueChangeMode(ValueChangeMode.EAGER);
        narrow.addValueChangeListener(event -> narrow());
        narrow.getElement().setAttribute("data-shortcut", "search");
        list.setRenderer(RowTemplate.fill(
                ROW,
                Map.of(
                        "path", entry -> address.apply(entry.name()),
                        "current", entry -> String.valueOf(entry.name().equals(current)),
                        "title", entry -> entry.comment() == null ? entry.name().toString() : entry.comment(),
                        "symbol", entry -> (entry.kind().holdsRows() ? Glyph.TABLE : Glyph.VIEW).symbol(),
                        "name", entry -> label(entry.name()),
                        "estimate", this::estimate),
                Map.of()));
        nothing.addClassName("studio-no-table");
        nothing.setTestId("studio-no-table");
        nothing.getElement().setAttribute("role", "status");
        add(narrow, nothing, list);
    }

    /** Replaces the tables, and marks the one that is open. */
    void show(List<TableEntry> tables, @Nullable TableName open) {
        current = open;
        entries = new ListDataProvider<>(tables);
        list.setDataProvider(entries);
        narrow();
    }

    private void narrow() {
        entries.setFilter(this::matches);
        var isMissed = !narrow.isEmpty() && entries.size(new Query<>()) == 0;
        nothing.setText(
                isMissed
                        ? getTranslation("studio.tables.none", narrow.getValue().strip())
                        : "");
    }

    private boolean matches(TableEntry entry) {
        return entry.name()
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains(narrow.getValue().strip().toLowerCase(Locale.ROOT));
    }

    /** The name, with its schema where that is not the usual one. */
    static String label(TableName name) {
        return name.schema().equals(TableName.USUAL_SCHEMA) ? name.name() : name.toString();
    }

    private String estimate(TableEntry entry) {
        var estimate = entry.estimate();
        return estimate == null
                ? ""
                : CompactNumberFormat.getCompactNumberInstance(getLocale(), NumberFormat.Style.SHORT)
                        .format(estimate);
    }
}
