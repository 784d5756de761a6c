package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageTitles;
import com.acme.dashboard.common.ui.UnsavedChanges;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioEdits;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.StudioReferences;
import com.acme.dashboard.studio.StudioRows;
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

/** The tables, and the rows of the one that is open. */
@Route(value = StudioSection.ROOT, layout = StudioLayout.class)
@Menu(title = "studio.title", order = 5, icon = "studio")
@RolesAllowed(StudioPermission.ROLE)
class DataView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient StudioCatalog catalog;
    private final TableList tables = new TableList(table -> TableState.of(table).toHref());
    private final OpenTable open;
    private transient Optional<TableState> state = Optional.empty();

    DataView(StudioCatalog catalog, StudioRows rows, StudioEdits edits, StudioReferences references) {
        this.catalog = catalog;
        open = new OpenTable(catalog, rows, edits, references, this::go);
        addClassName("studio-data");
        add(tables, open);
        EditingChanged.listen(this, this::showAnew);
        UnsavedChanges.watch(this, () -> open.staged().isUnfinished());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var next = TableState.of(event.getLocation().getQueryParameters());
        var isSame = isSameTable(next);
        state = next;
        if (isSame) {
            showOthers();
        } else {
            open.unstage();
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
        var staged = open.staged();
        if (next.getPath().equals(StudioSection.DATA.path()) && isSameTable(TableState.of(next.getQueryParameters()))) {
            UnsavedChanges.guard(event, staged.isFormUnfinished(), () -> {});
        } else {
            UnsavedChanges.guard(event, staged.isUnfinished(), staged::clear);
        }
    }

    private boolean isSameTable(Optional<TableState> other) {
        return other.map(each -> each.query().table())
                .equals(state.map(each -> each.query().table()));
    }

    private void showOthers() {
        Failures.attempt(
                () -> {
                    if (state.map(TableState::query).filter(open::showOthers).isEmpty()) {
                        showAnew();
                    }
                },
                this::showFailure);
    }

    private void showAnew() {
        // A narrow window has room for one of the two.
        setClassName("studio-table-open", state.isPresent());
        Failures.attempt(
                () -> {
                    tables.show(
                            catalog.tables(),
                            state.map(opened -> opened.query().table()).orElse(null));
                    state.map(TableState::query).ifPresentOrElse(open::show, open::showNone);
                },
                this::showFailure);
    }

    private void showFailure() {
        open.showFailure(this::showAnew);
    }

    private void go(RowQuery query) {
        UI.getCurrent().navigate(DataView.class, new TableState(query).toQueryParameters());
    }
}
