package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.EntityDiagram;
import com.acme.dashboard.studio.StudioDiagrams;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;

/** Which part of the database the diagram shows and in what detail, and how much that is. */
final class DiagramToolbar extends Div {

    private final Select<String> schema = new Select<>();
    private final ComboBox<TableName> table = new ComboBox<>();
    private final Select<DiagramDetail> detail = new Select<>();
    private final Checkbox neighbours = new Checkbox(getTranslation("studio.diagram.neighbours"));
    private final Span size = new Span();
    private DiagramState state;

    /**
     * A toolbar for a diagram that is still to be shown.
     *
     * @param chosen gets what a person chooses
     * @param download makes a file
     */
    DiagramToolbar(DiagramState state, SerializableConsumer<DiagramState> chosen, Command download) {
        this.state = state;
        addClassNames("toolbar", "diagram-toolbar");
        schema.setAriaLabel(getTranslation("studio.diagram.schema"));
        schema.setTestId("diagram-schema");
        schema.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(this.state.withSchema(event.getValue()));
            }
        });
        table.setAriaLabel(getTranslation("studio.diagram.table"));
        table.setPlaceholder(getTranslation("studio.tables.narrow"));
        table.setClearButtonVisible(true);
        table.setItemLabelGenerator(TableName::name);
        table.setTestId("diagram-table");
        table.getElement().setAttribute("data-shortcut", "search");
        table.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(this.state.withTable(event.getValue()));
            }
        });
        detail.setAriaLabel(getTranslation("studio.diagram.detail"));
        detail.setItems(DiagramDetail.values());
        detail.setItemLabelGenerator(value -> getTranslation("studio.diagram.detail." + DiagramState.id(value)));
        detail.addClassName("diagram-detail");
        detail.setTestId("diagram-detail");
        detail.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(this.state.withDetail(event.getValue()));
            }
        });
        neighbours.setTestId("diagram-neighbours");
        neighbours.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(this.state.withNeighbours(event.getValue()));
            }
        });
        size.addClassNames("figures", "small", "muted", "diagram-size");
        size.setTestId("diagram-size");
        size.getElement().setAttribute("role", "status");
        var file = new Button("SVG", Glyph.DOWNLOAD.create(), click -> download.execute());
        file.setAriaLabel(getTranslation("studio.diagram.download"));
        file.setTooltipText(getTranslation("studio.diagram.download"));
        file.setTestId("diagram-download");
        var back = new Anchor(StudioSection.SCHEMA.path(), getTranslation("studio.tables"));
        add(back, schema, table, neighbours, detail, size, file);
    }

    void show(EntityDiagram diagram, DiagramState shown) {
        state = shown;
        schema.setItems(diagram.schemas());
        schema.setValue(diagram.schema());
        schema.setVisible(diagram.schemas().size() > 1);
        table.setItems(diagram.tables());
        table.setValue(diagram.focus());
        detail.setValue(diagram.detail());
        neighbours.setVisible(diagram.focus() != null);
        neighbours.setValue(diagram.neighbours());
        size.setText(words(diagram));
    }

    private String words(EntityDiagram diagram) {
        var words = getTranslation(
                "studio.diagram.size",
                diagram.entities().size(),
                diagram.relationships().size());
        return diagram.leftOut() == 0
                ? words
                : words + " "
                        + getTranslation("studio.diagram.left-out", StudioDiagrams.MOST_TABLES, diagram.leftOut());
    }
}
