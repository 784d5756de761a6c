package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.PageTitles;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.StudioRows;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables, and the rows of the one that is open. */
@Route(value = StudioSection.ROOT, layout = StudioLayout.class)
@Menu(title = "studio.title", order = 5, icon = "studio")
@RolesAllowed(StudioPermission.ROLE)
class DataView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient StudioCatalog catalog;
    private final transient StudioRows rows;
    private final transient StudioEdits edits;
    private final transient StudioReferences references;
    private final TableList tables = new TableList(table -> TableState.of(table).toHref());
    private final Div open = new Div();
    private transient Optional<TableState> state = Optional.empty();
    private transient StagedChanges staged = new StagedChanges();
    private @Nullable TablePanel panel;

    DataView(StudioCatalog catalog, StudioRows rows, StudioEdits edits, StudioReferences references) {
        this.catalog = catalog;
        this.rows = rows;
        this.edits = edits;
        this.references = references;
        addClassName("studio-data");
        open.addClassName("studio-rows");
        add(tables, open);
        EditingChanged.listen(this, this::showAnew);
        UnsavedChanges.watch(this, () -> !staged.isEmpty() || staged.isFormUnfinished());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var next = TableState.of(event.getLocation().getQueryParameters());
        var isSame = isSameTable(next);
        state = next;
        if (!isSame) {
            staged = new StagedChanges();
        }
        if (isSame && panel != null) {
            showOthers(panel);
        } else {
            showAnew();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(state.map(opened -> getTranslation(
                        "studio.table-title", TableList.label(opened.query().table())))
                .orElseGet(() -> getTranslation("studio.title")));
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

    /** Other rows of the same table, or in another order: what is scrolled, widened or focused stays so. */
    private void showOthers(TablePanel shown) {
        Failures.attempt(
                () -> state.map(TableState::query)
                        .flatMap(query -> catalog.shape(query.table())
                                .filter(shape -> shown.isOf(shape, edits.allowed(shape)))
                                .map(query::within))
                        .ifPresentOrElse(shown::show, this::showAnew),
                this::showFailure);
    }

    private void showAnew() {
        open.removeAll();
        panel = null;
        // A narrow window has room for one of the two.
        setClassName("studio-table-open", state.isPresent());
        Failures.attempt(
                () -> {
                    tables.show(
                            catalog.tables(),
                            state.map(opened -> opened.query().table()).orElse(null));
                    open.add(state.map(this::component)
                            .orElseGet(() -> new EmptyState(Glyph.TABLE, getTranslation("studio.choose-table"))));
                },
                this::showFailure);
    }

    private void showFailure() {
        open.removeAll();
        panel = null;
        open.add(new FailedState(getTranslation("studio.failed"), this::showAnew));
    }

    private Component component(TableState state) {
        var table = state.query().table();
        return catalog.shape(table)
                .<Component>map(shape -> panel(shape, state.query()))
                .orElseGet(
                        () -> new EmptyState(Glyph.SEARCH, getTranslation("studio.unknown-table", table.toString())));
    }

    private TablePanel panel(TableShape shape, RowQuery query) {
        var fresh = new TablePanel(rows, shape, query.within(shape), staged, this::go);
        edits.hindrance(shape).ifPresent(fresh::explain);
        if (edits.allowed(shape)) {
            fresh.allowEditing(edits, references);
        }
        panel = fresh;
        return fresh;
    }

    private void go(RowQuery query) {
        UI.getCurrent().navigate(DataView.class, new TableState(query).toQueryParameters());
    }
}
