package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableName;
import com.acme.dashboard.studio.TableSchema;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** How one table is made: columns, constraints, indexes, and the tables that it is related to. */
final class SchemaPanel extends Div {

    SchemaPanel(TableSchema schema) {
        setTestId("studio-schema-of-table");
        var shape = schema.shape();
        var all = new Anchor(StudioSection.SCHEMA.path(), getTranslation("studio.tables"));
        all.addClassName("studio-back");
        var size = new Span(size(schema.bytes()));
        size.addClassNames("figures", "muted");
        var rows = new Anchor(TableState.of(shape.name()).toHref(), getTranslation("studio.schema.rows"));
        var head = new Div(all, new H2(shape.name().toString()), size, diagram(shape), rows);
        head.addClassName("studio-head");
        add(head, new H3(getTranslation("studio.schema.columns")), columns(shape.columns()));
        add(new H3(getTranslation("studio.schema.constraints")), constraints(schema));
        add(new H3(getTranslation("studio.schema.indexes")), indexes(schema));
        if (!shape.references().isEmpty()) {
            add(new H3(getTranslation("studio.schema.references")), links(shape.references(), true));
        }
        if (!shape.referencedBy().isEmpty()) {
            add(new H3(getTranslation("studio.schema.referenced-by")), links(shape.referencedBy(), false));
        }
    }

    /** To the table among those that it is related to. */
    private Anchor diagram(TableShape shape) {
        var diagram = new Anchor(DiagramState.around(shape.name()).toHref(), getTranslation("studio.diagram"));
        diagram.setVisible(!shape.kind().isView());
        return diagram;
    }

    private Component columns(List<TableColumn> columns) {
        var isCommented = columns.stream().anyMatch(column -> column.comment() != null);
        var table = isCommented
                ? table("name", "type", "null", "default", "comment")
                : table("name", "type", "null", "default");
        for (var column : columns) {
            var row = row(
                    new Span(column.name()),
                    code(column.type()),
                    new Span(getTranslation(column.nullable() ? "studio.schema.nullable" : "studio.schema.not-null")),
                    code(
                            column.generated()
                                    ? getTranslation("studio.schema.generated")
                                    : Objects.requireNonNullElse(column.defaultValue(), "")));
            if (isCommented) {
                row.add(new NativeTableCell(new Span(Objects.requireNonNullElse(column.comment(), ""))));
            }
            table.add(row);
        }
        return scrolled(table);
    }

    private Component constraints(TableSchema schema) {
        if (schema.constraints().isEmpty()) {
            return quiet("studio.schema.no-constraints");
        }
        var table = table("name", "definition");
        schema.constraints()
                .forEach(constraint -> table.add(row(new Span(constraint.name()), code(constraint.definition()))));
        return scrolled(table);
    }

    private Component indexes(TableSchema schema) {
        if (schema.indexes().isEmpty()) {
            return quiet("studio.schema.no-indexes");
        }
        var table = table("name", "definition", "size", "uses");
        schema.indexes()
                .forEach(index -> table.add(row(
                        new Span(index.name()),
                        code(index.definition()),
                        new Span(size(index.bytes())),
                        new Span(
                                index.uses() == 0
                                        ? getTranslation("studio.schema.unused")
                                        : NumberFormat.getIntegerInstance(getLocale())
                                                .format(index.uses())))));
        return scrolled(table);
    }

    private UnorderedList links(List<ForeignKey> keys, boolean forward) {
        var links = new UnorderedList();
        keys.forEach(key -> links.add(new ListItem(link(forward ? key.to() : key.from()), columns(key))));
        return links;
    }

    private static Anchor link(TableName table) {
        return new Anchor(SchemaView.href(table), table.toString());
    }

    private static Span columns(ForeignKey key) {
        var words = new Span(
                " (%s → %s)".formatted(String.join(", ", key.fromColumns()), String.join(", ", key.toColumns())));
        words.addClassName("muted");
        return words;
    }

    private NativeTable table(String... columns) {
        var table = new NativeTable();
        table.addClassName("comparison");
        var head = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableHeaderCell(getTranslation("studio.schema.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.add(head);
        return table;
    }

    private static NativeTableRow row(Component... values) {
        var row = new NativeTableRow();
        for (var value : values) {
            row.add(new NativeTableCell(value));
        }
        return row;
    }

    /** Wide tables scroll by themselves, by keyboard, too. */
    private static Div scrolled(NativeTable table) {
        var frame = new Div(table);
        frame.addClassName("studio-schema-table");
        frame.getElement().setAttribute("tabindex", "0");
        return frame;
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("studio-schema-code");
        return code;
    }

    private Span quiet(String key) {
        var words = new Span(getTranslation(key));
        words.addClassName("muted");
        return words;
    }

    /** In the largest unit of which there is at least one, such as {@code 72 kB}. */
    private String size(long bytes) {
        var size = DataSize.ofBytes(bytes);
        var number = NumberFormat.getIntegerInstance(getLocale());
        if (size.toGigabytes() > 0) {
            return number.format(size.toGigabytes()) + " GB";
        }
        return size.toMegabytes() > 0
                ? number.format(size.toMegabytes()) + " MB"
                : number.format(size.toKilobytes()) + " kB";
    }
}
