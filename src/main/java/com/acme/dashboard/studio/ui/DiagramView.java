package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.studio.DiagramQuery;
import com.acme.dashboard.studio.EntityDiagram;
import com.acme.dashboard.studio.StudioDiagrams;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Tables and foreign keys as a diagram. */
@Route(value = DiagramState.PATH, layout = StudioLayout.class)
@PageTitle("studio.diagram")
@RolesAllowed(StudioPermission.ROLE)
@StyleSheet("styles/studio-diagram.css")
class DiagramView extends Div implements AfterNavigationObserver {

    private final transient StudioDiagrams diagrams;
    private transient DiagramState state = new DiagramState(DiagramQuery.of(null));
    private String schema = "";
    private final DiagramCanvas canvas = new DiagramCanvas(this::open);
    private final DiagramToolbar toolbar = new DiagramToolbar(state, DiagramView::go, canvas::download);
    private final RelationshipList relationships = new RelationshipList();
    private final Div problem = new Div();

    DiagramView(StudioDiagrams diagrams) {
        this.diagrams = diagrams;
        addClassName("diagram-page");
        problem.addClassName("diagram-problem");
        add(toolbar, problem, canvas, relationships);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = DiagramState.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        problem.removeAll();
        if (!Failures.attempt(
                () -> show(diagrams.diagram(state.query())),
                () -> problem.add(new FailedState(getTranslation("studio.failed"), this::show)))) {
            setContentVisible(false);
        }
    }

    private void show(EntityDiagram diagram) {
        setContentVisible(!diagram.entities().isEmpty());
        if (diagram.entities().isEmpty()) {
            problem.add(new EmptyState(Glyph.TABLE, getTranslation("studio.diagram.no-tables")));
        }
        schema = diagram.schema();
        toolbar.show(diagram, state);
        canvas.show(diagram);
        relationships.show(diagram.relationships());
    }

    private void setContentVisible(boolean visible) {
        toolbar.setVisible(visible);
        canvas.setVisible(visible);
        relationships.setVisible(visible);
    }

    private static void go(DiagramState chosen) {
        Navigation.to(chosen.toHref());
    }

    /** Back leads to where the table is in the diagram. */
    private void open(TableName table) {
        if (table.schema().equals(schema) && !state.query().neighbours()) {
            Navigation.replace(state.withTable(table).toHref());
        }
        Navigation.to(SchemaView.href(table));
    }
}
