package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableShape;
import com.acme.dashboard.studio.ValueKind;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** How a table's column stands in a grid: name and type, and its values; those that name a row elsewhere lead there. */
final class ValueColumn {

    private static final String VALUE = """
            ${item.missing ? html`<span class="studio-null">null</span>`
              : item.path ? html`<a class="studio-value" href="${item.path}" router-link title="${item.hint}">${item.text}</a>`
              : html`<span class="studio-value" title="${item.text}">${item.text}</span>`}
            """;

    private ValueColumn() {}

    /** Adds the column at that place of the table, from 0. */
    static Grid.Column<Row> add(Grid<Row> grid, TableShape shape, int index) {
        var column = shape.columns().get(index);
        return grid.addColumn(LitRenderer.<Row>of(VALUE)
                        .withProperty(
                                "missing",
                                row -> !column.secret() && row.cells().get(index) == null)
                        .withProperty("text", row -> text(column, row.cells().get(index)))
                        .withProperty("path", row -> RowLinks.forward(shape, column, row))
                        .withProperty("hint", row -> I18NProvider.translate("studio.row.follow")))
                .setHeader(heading(column))
                .setSortable(column.sortable())
                .setResizable(true)
                .setTextAlign(column.kind() == ValueKind.NUMBER ? ColumnTextAlign.END : ColumnTextAlign.START)
                .setWidth(width(column))
                .setFlexGrow(column.kind() == ValueKind.TEXT || column.kind() == ValueKind.JSON ? 2 : 1);
    }

    private static Div heading(TableColumn column) {
        var type = new Span(column.type());
        type.addClassNames("small", "muted");
        var heading = new Div(new Span(column.name()), type);
        heading.addClassName("studio-heading");
        return heading;
    }

    private static String width(TableColumn column) {
        return switch (column.kind()) {
            case BOOLEAN -> "6.5rem";
            case NUMBER, DATE, ENUM -> "8rem";
            case UUID, TIMESTAMP -> "13rem";
            default -> "11rem";
        };
    }

    private static String text(TableColumn column, @Nullable Cell cell) {
        if (column.secret()) {
            return SecretColumns.MASK;
        }
        return cell == null ? "" : cell.cut() ? cell.text() + "…" : cell.text();
    }
}
