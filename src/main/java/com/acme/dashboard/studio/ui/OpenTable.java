package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;

/** The table that is open, with what waits to be applied to it, or a sentence that says why none is. */
final class OpenTable extends Div {

    private final transient StudioCatalog catalog;
    private final transient StudioRows rows;
    private final transient StudioEdits edits;
    private final transient StudioReferences references;
    private final SerializableConsumer<RowQuery> go;
    private transient StagedChanges staged = new StagedChanges();
    private @Nullable TablePanel panel;

    /**
     * With no table yet.
     *
     * @param go shows other rows, or the same ones in another order
     */
    OpenTable(
            StudioCatalog catalog,
            StudioRows rows,
            StudioEdits edits,
            StudioReferences references,
            SerializableConsumer<RowQuery> go) {
        this.catalog = catalog;
        this.rows = rows;
        this.edits = edits;
        this.references = references;
        this.go = go;
        addClassName("studio-rows");
    }

    /** What is staged, which stays while the same table is shown. */
    StagedChanges staged() {
        return staged;
    }

    /** Forgets what is staged: another table comes. */
    void unstage() {
        staged = new StagedChanges();
    }

    /** Shows a sentence that asks for a table. */
    void showNone() {
        replaceWith(new EmptyState(Glyph.TABLE, getTranslation("studio.choose-table")));
    }

    /** Shows a table, or that there is none of that name. */
    void show(RowQuery query) {
        var table = query.table();
        var shape = catalog.shape(table);
        if (shape.isPresent()) {
            var fresh = panel(shape.get(), query);
            replaceWith(fresh);
            panel = fresh;
        } else {
            replaceWith(new EmptyState(Glyph.SEARCH, getTranslation("studio.unknown-table", table.toString())));
        }
    }

    /**
     * Shows other rows of the same table, or in another order: what is scrolled, widened or focused stays so.
     *
     * @return whether it could: not where the table is not shown, or is made differently by now
     */
    boolean showOthers(RowQuery query) {
        var shown = panel;
        if (shown == null) {
            return false;
        }
        var shape = catalog.shape(query.table()).filter(found -> shown.isOf(found, edits.allowed(found)));
        shape.ifPresent(found -> shown.show(query.within(found)));
        return shape.isPresent();
    }

    /** Shows that the database does not answer. */
    void showFailure(Command retry) {
        replaceWith(new FailedState(getTranslation("studio.failed"), retry));
    }

    private void replaceWith(Component content) {
        removeAll();
        panel = null;
        add(content);
    }

    private TablePanel panel(TableShape shape, RowQuery query) {
        var fresh = new TablePanel(rows, shape, query.within(shape), staged, go);
        edits.hindrance(shape).ifPresent(fresh::explain);
        if (edits.allowed(shape)) {
            fresh.allowEditing(edits, references);
        }
        return fresh;
    }
}
