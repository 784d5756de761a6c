package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.EditHindrance;
import com.acme.dashboard.studio.InvalidFilter;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowCount;
import com.acme.dashboard.studio.RowEdit;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioReferences;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One table: its name, how many rows there are, the conditions, and the rows. */
final class TablePanel extends Div {

    private final transient StudioRows rows;
    private final transient TableShape shape;
    private transient RowQuery query;
    private final transient StagedChanges staged;
    private final RowGrid grid;
    private final RowFilters filters;
    private final Span count = new Span();
    private final Div problem = new Div();
    private final FailedState failed = new FailedState(getTranslation("studio.failed"), this::refresh);
    private transient RowPages pages;
    private transient OptionalLong expected = OptionalLong.empty();
    private boolean editable;

    /**
     * A table with these rows.
     *
     * @param chosen gets other conditions or another order, when a person chooses them
     */
    TablePanel(
            StudioRows rows,
            TableShape shape,
            RowQuery query,
            StagedChanges staged,
            SerializableConsumer<RowQuery> chosen) {
        this.rows = rows;
        this.shape = shape;
        this.query = query;
        this.staged = staged;
        addClassName("studio-rows");
        grid = new RowGrid(shape, this::open);
        grid.onSortChosen(sort -> chosen.accept(this.query.with(sort.orElse(null))));
        pages = new RowPages(rows, shape, query);
        filters = new RowFilters(shape, changed -> chosen.accept(this.query.with(changed)));
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        add(head(), filters, problem, grid, failed);
        show(query);
    }

    /** Whether this shows a table that looks like that, and lets its rows be changed or not. */
    boolean isOf(TableShape present, boolean allowed) {
        return allowed == editable && present.withEstimate(shape.estimate()).equals(shape);
    }

    /** Shows other rows of the table, or in another order. */
    void show(RowQuery next) {
        query = next;
        // Rows are told apart by their numbers, which are others' now.
        grid.deselectAll();
        grid.scrollToStart();
        grid.showSort(query.sort());
        filters.show(query.filters());
        grid.setEmptyStateComponent(new EmptyState(
                Glyph.SEARCH, getTranslation(query.filters().isEmpty() ? "studio.no-rows" : "studio.nothing-found")));
        refresh();
    }

    /** Says why they cannot be changed. */
    void explain(EditHindrance hindrance) {
        var why = new Span(getTranslation("studio.edit.hindrance."
                + hindrance.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        var note = new Div(Glyph.LOCK.create(), why);
        note.addClassNames("studio-hindrance", "muted");
        note.setTestId("studio-hindrance");
        addComponentAtIndex(indexOf(grid), note);
    }

    /** Lets the rows be changed. */
    void allowEditing(StudioEdits edits, StudioReferences references) {
        editable = true;
        var forms = new RowForms(rows, edits, references, shape, staged);
        var editing = new RowEditing(edits, shape, staged, forms, this::redraw, this::refresh);
        addComponentAtIndex(indexOf(grid), editing);
        grid.allowEditing(editing::open, this::label, this::mark, editing::select);
    }

    private void open(Row row) {
        new RowDetail(rows, shape, query, row, staged.of(row).orElse(null)).open();
    }

    private String label(Row row) {
        var mark = mark(row);
        return getTranslation(
                mark.isEmpty() ? "studio.edit.open" : "studio.edit.open-" + mark,
                NumberFormat.getIntegerInstance(getLocale()).format(row.number() + 1));
    }

    private String mark(Row row) {
        return staged.of(row)
                .map(change -> change.edit() instanceof RowEdit.Delete ? "deleted" : "changed")
                .orElse("");
    }

    private void redraw() {
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
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
        var head = new Div(all, name, count, new RowExports(rows, shape, () -> query, () -> expected), refresh);
        head.addClassName("studio-head");
        return head;
    }

    /** Reads the rows anew. */
    void refresh() {
        read(() -> rows.count(shape, query)).ifPresent(this::show);
    }

    private void show(RowCount number) {
        pages = new RowPages(rows, shape, query);
        expected = number.expected();
        count.setText(describe(number));
        problem.setVisible(false);
        failed.setVisible(false);
        grid.setVisible(true);
        grid.show(number, this::page);
    }

    private Stream<Row> page(Query<Row, Void> wanted) {
        var found = read(() -> pages.read(wanted.getOffset(), wanted.getLimit())).stream()
                .flatMap(List::stream);
        return editable ? found.map(row -> staged.preview(shape, row)) : found;
    }

    private <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Failures.read(reading, () -> {
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
            return Optional.empty();
        }
    }

    private String describe(RowCount number) {
        var key = number.precision().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return getTranslation("studio.count." + key, number.number());
    }
}
