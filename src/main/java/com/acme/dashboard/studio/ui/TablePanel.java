package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.InvalidFilter;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowCount;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableConsumer;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One table: its name, how many rows there are, the conditions, and the rows. */
final class TablePanel extends Div {

    private final transient StudioRows rows;
    private final transient TableShape shape;
    private final transient RowQuery query;
    private final RowGrid grid;
    private final Span count = new Span();
    private final Div problem = new Div();
    private final FailedState failed = new FailedState(getTranslation("studio.failed"), this::refresh);
    private transient RowPages pages;

    /**
     * A table with these rows.
     *
     * @param chosen gets other conditions or another order, when a person chooses them
     */
    TablePanel(StudioRows rows, TableShape shape, RowQuery query, SerializableConsumer<RowQuery> chosen) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
        addClassName("studio-rows");
        grid = new RowGrid(shape, row -> new RowDetail(rows, shape, query, row).open());
        grid.showSort(query.sort());
        grid.onSortChosen(sort -> chosen.accept(query.with(sort.orElse(null))));
        pages = new RowPages(rows, shape, query);
        var filters = new RowFilters(shape, changed -> chosen.accept(query.with(changed)));
        filters.show(query.filters());
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        add(head(), filters, problem, grid, failed);
        grid.setEmptyStateComponent(new EmptyState(
                Glyph.SEARCH, getTranslation(query.filters().isEmpty() ? "studio.no-rows" : "studio.nothing-found")));
        refresh();
    }

    private Div head() {
        var all = new Anchor(StudioSection.DATA.path(), getTranslation("studio.tables"));
        all.addClassName("studio-back");
        var name = new H2(shape.name().toString());
        count.addClassNames("figures", "muted");
        count.getElement().setAttribute("role", "status");
        var refresh = new Button(Glyph.RETRY.create(), click -> refresh());
        refresh.setAriaLabel(getTranslation("studio.refresh"));
        refresh.setTooltipText(getTranslation("studio.refresh"));
        var head = new Div(all, name, count, new RowExports(rows, shape, query), refresh);
        head.addClassName("studio-head");
        return head;
    }

    /** Reads the rows anew. */
    void refresh() {
        attempt(() -> {
            var number = rows.count(shape, query);
            pages = new RowPages(rows, shape, query);
            count.setText(describe(number));
            problem.setVisible(false);
            failed.setVisible(false);
            grid.setVisible(true);
            grid.show(number, this::page);
        });
    }

    private Stream<Row> page(Query<Row, Void> wanted) {
        List<Row> found = new ArrayList<>();
        attempt(() -> found.addAll(pages.read(wanted.getOffset(), wanted.getLimit())));
        return found.stream();
    }

    private void attempt(Runnable reading) {
        try {
            Failures.attempt(reading, () -> {
                grid.setVisible(false);
                problem.setVisible(false);
                failed.setVisible(true);
            });
        } catch (InvalidFilter invalid) {
            problem.setText(getTranslation("studio.filter.invalid", String.valueOf(invalid.getMessage())));
            problem.setVisible(true);
            failed.setVisible(false);
            grid.setVisible(false);
            count.setText("");
        }
    }

    private String describe(RowCount number) {
        var formatted = NumberFormat.getIntegerInstance(getLocale()).format(number.number());
        var key = number.precision().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return getTranslation("studio.count." + key, formatted);
    }
}
