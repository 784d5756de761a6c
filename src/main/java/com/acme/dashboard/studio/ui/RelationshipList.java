package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.list.RowTemplate;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Map;

/** The foreign keys of a diagram in words, for those who cannot see its lines or look for one of them. */
final class RelationshipList extends Details {

    private static final String TABLE =
            "<a class=\"cut\" href=\"${item.path}\" router-link title=\"${item.words}\">${item.words}</a>";

    /** So many rows are all shown at once, without a scroll bar of their own. */
    private static final int FEW = 8;

    private final Grid<Relationship> grid = new Grid<>();

    RelationshipList() {
        setTestId("studio-relationships");
        addClassName("diagram-relationships");
        grid.addClassName("studio-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("studio.diagram.relationships"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        column("from", ForeignKey::from, ForeignKey::fromColumns);
        column("to", ForeignKey::to, ForeignKey::toColumns);
        grid.addColumn(relationship -> relationship.key().name())
                .setKey("name")
                .setHeader(getTranslation("studio.diagram.relationship.name"))
                .setTooltipGenerator(relationship -> relationship.key().name())
                .setSortable(true);
        add(grid);
    }

    void show(List<Relationship> relationships) {
        setSummaryText(getTranslation("studio.diagram.relationships-of", relationships.size()));
        grid.setItems(relationships);
        grid.setAllRowsVisible(relationships.size() <= FEW);
        setVisible(!relationships.isEmpty());
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
        ValueProvider<Relationship, String> words =
                relationship -> words(table.apply(relationship.key()), columns.apply(relationship.key()));
        grid.addColumn(RowTemplate.<Relationship>fill(
                        TABLE,
                        Map.of(
                                "path",
                                relationship -> SchemaView.href(table.apply(relationship.key())),
                                "words",
                                words),
                        Map.of()))
                .setKey(id)
                .setHeader(getTranslation("studio.diagram.relationship." + id))
                .setComparator(words);
    }
}
