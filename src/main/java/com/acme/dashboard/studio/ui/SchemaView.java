package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.StudioCatalog;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The tables, and how the one that is open is made. */
@Route(value = StudioSection.ROOT + "/schema", layout = StudioLayout.class)
@PageTitle("studio.schema")
@RolesAllowed(StudioPermission.ROLE)
class SchemaView extends Div implements AfterNavigationObserver {

    private final transient StudioCatalog catalog;
    private final TableList tables = new TableList(SchemaView::href);
    private final Div open = new Div();

    SchemaView(StudioCatalog catalog) {
        this.catalog = catalog;
        addClassName("studio-data");
        open.addClassNames("studio-rows", "studio-page");
        var diagram = new Anchor(DiagramState.PATH, getTranslation("studio.diagram"));
        diagram.addClassName("button-link");
        diagram.setTestId("studio-open-diagram");
        tables.addComponentAsFirst(diagram);
        add(tables, open);
    }

    /** Where a table's schema is, relative to the application. */
    static String href(TableName table) {
        var parameters = new TableState(RowQuery.all(table)).toQueryParameters();
        return StudioSection.SCHEMA.path() + "?" + parameters.getQueryString();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(TableState.of(event.getLocation().getQueryParameters())
                .map(state -> state.query().table()));
    }

    private void show(Optional<TableName> table) {
        open.removeAll();
        setClassName("studio-table-open", table.isPresent());
        Failures.attempt(
                () -> {
                    tables.show(catalog.tables(), table.orElse(null));
                    open.add(table.map(this::schema)
                            .orElseGet(
                                    () -> new EmptyState(Glyph.TABLE, getTranslation("studio.schema.choose-table"))));
                },
                () -> open.add(new FailedState(getTranslation("studio.failed"), () -> show(table))));
    }

    private Component schema(TableName table) {
        return catalog.schema(table)
                .map(schema -> (Component) new SchemaPanel(schema))
                .orElseGet(
                        () -> new EmptyState(Glyph.SEARCH, getTranslation("studio.unknown-table", table.toString())));
    }
}
