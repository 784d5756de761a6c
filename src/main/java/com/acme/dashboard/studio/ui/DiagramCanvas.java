package com.acme.dashboard.studio.ui;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.EntityDiagram;
import com.acme.dashboard.studio.EntityDiagram.Entity;
import com.acme.dashboard.studio.EntityDiagram.EntityColumn;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables as boxes and foreign keys as lines, arranged and drawn in the browser ({@code frontend/scripts/diagram/}). */
@Tag("acme-entity-diagram")
final class DiagramCanvas extends Component {

    /** What the browser says by itself, each the end of a text's key. */
    private static final List<String> TEXTS =
            List.of("zoom-in", "zoom-out", "fit", "arranging", "unavailable", "retry", "keys");

    /** So many tables stand in the label of one that is related to more. */
    private static final int LISTED = 8;

    private transient List<TableName> tables = List.of();

    /** Hands over the table that a person opens. */
    DiagramCanvas(SerializableConsumer<TableName> opened) {
        setTestId("studio-diagram");
        getElement()
                .addEventListener("acme-open-table", event -> {
                    var index = event.getEventData().path("event.detail").asInt(-1);
                    if (index >= 0 && index < tables.size()) {
                        opened.accept(tables.get(index));
                    }
                })
                .addEventData("event.detail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/diagram/entity-diagram.js");
    }

    void show(EntityDiagram diagram) {
        var entities = diagram.entities();
        tables = entities.stream().map(Entity::name).toList();
        var json = JacksonUtils.createObjectNode();
        json.put(
                "label",
                getTranslation(
                        "studio.diagram.label",
                        diagram.schema(),
                        tables.size(),
                        diagram.relationships().size()));
        json.put("file", Words.fileName(diagram.database() + "-" + diagram.schema(), "svg"));
        var texts = json.putObject("texts");
        TEXTS.forEach(text -> texts.put(text, getTranslation("studio.diagram." + text, tables.size())));
        json.put("whole", diagram.neighbours());
        var boxes = json.putArray("tables");
        entities.forEach(entity -> describe(boxes.addObject(), entity, diagram));
        var keys = json.putArray("keys");
        diagram.relationships().forEach(relationship -> describe(keys.addObject(), relationship, diagram));
        getElement().setPropertyJson("diagram", json);
        getElement().setAttribute("table", String.valueOf(tables.indexOf(diagram.focus())));
    }

    /** Has the browser make a file of what it shows. */
    void download() {
        getElement().executeJs("this.download()");
    }

    private void describe(ObjectNode table, Entity entity, EntityDiagram diagram) {
        var name = entity.name();
        table.put("name", name.schema().equals(diagram.schema()) ? name.name() : name.toString());
        table.put("other", !name.schema().equals(diagram.schema()));
        table.put("path", SchemaView.href(name));
        table.put("label", label(name, diagram.relationships()));
        if (diagram.detail() == DiagramDetail.NAMES) {
            table.putArray("columns");
            return;
        }
        describe(table.putArray("columns"), entity.columns());
        if (entity.hidden() > 0) {
            table.put("more", getTranslation("studio.diagram.more", entity.hidden()));
        }
    }

    private static void describe(ArrayNode columns, List<EntityColumn> all) {
        all.forEach(column -> columns.addObject()
                .put("name", column.name())
                .put("type", column.type())
                .put("primary", column.primary())
                .put("foreign", column.foreign()));
    }

    /** The table with those that it is related to: what the lines say, in words. */
    private String label(TableName table, List<Relationship> relationships) {
        var label = new ArrayList<String>();
        label.add(table.toString());
        related(relationships, key -> key.from().equals(table), ForeignKey::to, "studio.diagram.references", label);
        related(relationships, key -> key.to().equals(table), ForeignKey::from, "studio.diagram.referenced-by", label);
        return String.join("; ", label);
    }

    private void related(
            List<Relationship> relationships,
            Predicate<ForeignKey> wanted,
            Function<ForeignKey, TableName> other,
            String text,
            List<String> label) {
        var others = relationships.stream()
                .map(Relationship::key)
                .filter(wanted)
                .map(other)
                .distinct()
                .map(TableName::toString)
                .toList();
        if (!others.isEmpty()) {
            var listed = others.stream().limit(LISTED).collect(joining(", "));
            var more = others.size() - LISTED;
            label.add(getTranslation(
                    text, more > 0 ? listed + " " + getTranslation("studio.diagram.more", more) : listed));
        }
    }

    private void describe(ObjectNode json, Relationship relationship, EntityDiagram diagram) {
        var key = relationship.key();
        var from = tables.indexOf(key.from());
        var to = tables.indexOf(key.to());
        json.put("from", from).put("to", to);
        json.put("many", relationship.many()).put("optional", relationship.optional());
        json.put("title", RelationshipList.words(key));
        var pairs = json.putArray("pairs");
        if (diagram.detail() == DiagramDetail.NAMES) {
            pairs.addArray().add(-1).add(-1);
            return;
        }
        for (var part = 0; part < key.fromColumns().size(); part++) {
            pairs.addArray()
                    .add(place(diagram.entities().get(from), key.fromColumns().get(part)))
                    .add(place(diagram.entities().get(to), key.toColumns().get(part)));
        }
    }

    /** Which of the columns that are shown it is; -1 for none of them. */
    private static int place(Entity entity, String column) {
        return entity.columns().stream().map(EntityColumn::name).toList().indexOf(column);
    }
}
