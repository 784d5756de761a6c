package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioPermission;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The tables, and the rows of the one that is open. */
@Route(value = StudioSection.ROOT, layout = StudioLayout.class)
@PageTitle("studio.title")
@Menu(title = "studio.title", order = 5, icon = "studio")
@RolesAllowed(StudioPermission.ROLE)
class DataView extends Div implements AfterNavigationObserver {

    private final StudioCatalog catalog;
    private final TableList tables = new TableList();
    private final Div rows = new Div();

    DataView(StudioCatalog catalog) {
        this.catalog = catalog;
        addClassName("studio-data");
        rows.addClassName("studio-rows");
        add(tables, rows);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event);
    }

    private void show(AfterNavigationEvent event) {
        var open = TableState.of(event.getLocation().getQueryParameters()).map(TableState::table);
        Failures.attempt(
                () -> {
                    tables.show(catalog.tables(), open.orElse(null));
                    rows.removeAll();
                    rows.add(new EmptyState(Glyph.STUDIO, getTranslation("studio.choose-table")));
                },
                () -> {
                    rows.removeAll();
                    rows.add(new FailedState(getTranslation("studio.failed"), () -> show(event)));
                });
    }
}
