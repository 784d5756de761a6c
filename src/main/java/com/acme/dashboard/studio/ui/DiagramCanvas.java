package com.acme.dashboard.studio.ui;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.EntityDiagram;
import com.acme.dashboard.studio.EntityDiagram.Entity;
import com.acme.dashboard.studio.EntityDiagram.EntityColumn;
import com.acme.dashboard.studio.EntityDiagram.Relation;
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

    /** So many tables are named by the label of one that is tied to more. */
    private static final int NAMED = 8;

    private transient List<Entity> entities = List.of();

    /** Hands over the table that a person opens. */
    DiagramCanvas(SerializableConsumer<TableName> opened) {
        setTestId("studio-diagram");
        getElement()
                .addEventListener("acme-open-table", event -> {
                    var index = event.getEventData().path("event.detail").asInt(-1);
                    if (index >= 0 && index < entities.size()) {
                        opened.accept(entities.get(index).name());
                    }
                })
                .addEventData("event.detail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://scripts/diagram/entity-diagram.js");
    }

    void show(EntityDiagram diagram) {
        entities = diagram.entities();
        var names = entities.stream().map(Entity::name).toList();
        var json = JacksonUtils.createObjectNode();
        json.put(
                "label",
                getTranslation(
                        "studio.diagram.label",
                        diagram.schema(),
                        names.size(),
                        diagram.relations().size()));
        json.put("file", fileName(diagram));
        var texts = json.putObject("texts");
        TEXTS.forEach(text -> texts.put(text, getTranslation("studio.diagram." + text, names.size())));
        var tables = json.putArray("tables");
        entities.forEach(entity -> describe(tables.addObject(), entity, diagram));
        var keys = json.putArray("keys");
        diagram.relations().forEach(relation -> describe(keys.addObject(), relation, names, diagram.detail()));
        getElement().setPropertyJson("diagram", json);
        var focus = diagram.neighbours() ? -1 : names.indexOf(diagram.focus());
        getElement().setAttribute("table", String.valueOf(focus));
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
        table.put("label", label(name, diagram.relations()));
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

    /** The table with those that it is tied to: what the lines say, in words. */
    private String label(TableName table, List<Relation> relations) {
        var label = new ArrayList<String>();
        label.add(table.toString());
        tied(relations, key -> key.from().equals(table), ForeignKey::to, "studio.diagram.names", label);
        tied(relations, key -> key.to().equals(table), ForeignKey::from, "studio.diagram.named-by", label);
        return String.join("; ", label);
    }

    private void tied(
            List<Relation> relations,
            Predicate<ForeignKey> wanted,
            Function<ForeignKey, TableName> other,
            String text,
            List<String> label) {
        var others = relations.stream()
                .map(Relation::key)
                .filter(wanted)
                .map(other)
                .distinct()
                .map(TableName::toString)
                .toList();
        if (!others.isEmpty()) {
            var named = others.stream().limit(NAMED).collect(joining(", "));
            var more = others.size() - NAMED;
            label.add(
                    getTranslation(text, more > 0 ? named + " " + getTranslation("studio.diagram.more", more) : named));
        }
    }

    private void describe(ObjectNode json, Relation relation, List<TableName> names, DiagramDetail detail) {
        var key = relation.key();
        var from = names.indexOf(key.from());
        var to = names.indexOf(key.to());
        json.put("from", from).put("to", to);
        json.put("many", relation.many()).put("optional", relation.optional());
        json.put("title", RelationList.words(key));
        var pairs = json.putArray("pairs");
        if (detail == DiagramDetail.NAMES) {
            pairs.addArray().add(-1).add(-1);
            return;
        }
        for (var part = 0; part < key.fromColumns().size(); part++) {
            pairs.addArray()
                    .add(place(entities.get(from), key.fromColumns().get(part)))
                    .add(place(entities.get(to), key.toColumns().get(part)));
        }
    }

    /** Which of the columns that are shown it is; -1 for none of them. */
    private static int place(Entity entity, String column) {
        return entity.columns().stream().map(EntityColumn::name).toList().indexOf(column);
    }

    /** Of names that may hold anything, what every file system takes. */
    private static String fileName(EntityDiagram diagram) {
        return "%s-%s".formatted(diagram.database(), diagram.schema()).replaceAll("[^\\p{L}\\p{N}_-]+", "_") + ".svg";
    }
}
