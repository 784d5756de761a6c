package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableName;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The tables, and the rows of the one that is open. */
@Route(value = StudioSection.ROOT, layout = StudioLayout.class)
@PageTitle("studio.title")
@Menu(title = "studio.title", order = 5, icon = "studio")
@RolesAllowed(StudioPermission.ROLE)
class DataView extends Div implements AfterNavigationObserver, BeforeLeaveObserver {

    private final transient StudioCatalog catalog;
    private final transient StudioRows rows;
    private final transient StudioEdits edits;
    private final transient StudioReferences references;
    private final TableList tables = new TableList(table -> TableState.of(table).toHref());
    private final Div open = new Div();
    private transient Optional<TableState> state = Optional.empty();
    private transient StagedChanges staged = new StagedChanges();

    DataView(StudioCatalog catalog, StudioRows rows, StudioEdits edits, StudioReferences references) {
        this.catalog = catalog;
        this.rows = rows;
        this.edits = edits;
        this.references = references;
        addClassName("studio-data");
        open.addClassName("studio-rows");
        add(tables, open);
        EditingChanged.listen(this, this::show);
        UnsavedChanges.watch(this, () -> !staged.isEmpty() || staged.isFormUnfinished());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var next = TableState.of(event.getLocation().getQueryParameters());
        if (!isSameTable(next)) {
            staged = new StagedChanges();
        }
        state = next;
        show();
    }

    /** What waits to be applied stays while the same table is filtered and sorted. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var next = event.getLocation();
        if (next.getPath().equals(StudioSection.DATA.path()) && isSameTable(TableState.of(next.getQueryParameters()))) {
            UnsavedChanges.guard(event, staged.isFormUnfinished(), () -> {});
        } else {
            UnsavedChanges.guard(event, !staged.isEmpty() || staged.isFormUnfinished(), staged::clear);
        }
    }

    private boolean isSameTable(Optional<TableState> other) {
        return other.map(each -> each.query().table())
                .equals(state.map(each -> each.query().table()));
    }

    private void show() {
        open.removeAll();
        // A narrow window has room for one of the two.
        setClassName("studio-table-open", state.isPresent());
        Failures.attempt(
                () -> {
                    tables.show(
                            catalog.tables(),
                            state.map(opened -> opened.query().table()).orElse(null));
                    open.add(state.map(this::panel)
                            .orElseGet(() -> new EmptyState(Glyph.TABLE, getTranslation("studio.choose-table"))));
                },
                () -> open.add(new FailedState(getTranslation("studio.failed"), this::show)));
    }

    private Component panel(TableState state) {
        var table = state.query().table();
        return catalog.shape(table).map(shape -> panel(shape, state.query())).orElseGet(() -> unknown(table));
    }

    private Component panel(TableShape shape, RowQuery query) {
        var panel = new TablePanel(rows, shape, query.within(shape), staged, this::go);
        edits.hindrance(shape).ifPresent(panel::explain);
        return edits.allowed(shape) ? panel.allowEditing(edits, references) : panel;
    }

    private Component unknown(TableName table) {
        return new EmptyState(Glyph.SEARCH, getTranslation("studio.unknown-table", table.toString()));
    }

    private void go(RowQuery query) {
        UI.getCurrent().navigate(DataView.class, new TableState(query).toQueryParameters());
    }
}
