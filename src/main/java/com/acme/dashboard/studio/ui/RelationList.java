package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.RowTemplate;
import com.acme.dashboard.studio.EntityDiagram.Relation;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Map;

/** The foreign keys of a diagram in words, for those who cannot see its lines or look for one of them. */
final class RelationList extends Details {

    private static final String TABLE =
            "<a class=\"cut\" href=\"${item.path}\" router-link title=\"${item.words}\">${item.words}</a>";

    /** So many rows are all shown at once, without a scroll bar of their own. */
    private static final int FEW = 8;

    private final Grid<Relation> grid = new Grid<>();

    RelationList() {
        setTestId("studio-relations");
        addClassName("diagram-relations");
        grid.addClassName("studio-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("studio.diagram.relations"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        column("from", ForeignKey::from, ForeignKey::fromColumns);
        column("to", ForeignKey::to, ForeignKey::toColumns);
        grid.addColumn(relation -> relation.key().name())
                .setHeader(getTranslation("studio.diagram.relation.name"))
                .setTooltipGenerator(relation -> relation.key().name());
        add(grid);
    }

    void show(List<Relation> relations) {
        setSummaryText(getTranslation("studio.diagram.relations-of", relations.size()));
        grid.setItems(relations);
        grid.setAllRowsVisible(relations.size() <= FEW);
        setVisible(!relations.isEmpty());
    }

    /** A key as a person reads it, such as {@code invoices_customer_fk: public.invoices (customer) → public.customers (id)}. */
    static String words(ForeignKey key) {
        return "%s: %s → %s"
                .formatted(key.name(), words(key.from(), key.fromColumns()), words(key.to(), key.toColumns()));
    }

    private static String words(TableName table, List<String> columns) {
        return "%s (%s)".formatted(table, String.join(", ", columns));
    }

    private void column(
            String id,
            SerializableFunction<ForeignKey, TableName> table,
            SerializableFunction<ForeignKey, List<String>> columns) {
        grid.addColumn(RowTemplate.<Relation>fill(
                        TABLE,
                        Map.of(
                                "path", relation -> SchemaView.href(table.apply(relation.key())),
                                "words", relation -> words(table.apply(relation.key()), columns.apply(relation.key()))),
                        Map.of()))
                .setKey(id)
                .setHeader(getTranslation("studio.diagram.relation." + id));
    }
}
