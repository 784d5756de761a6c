package com.acme.dashboard.studio;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.database.schema.Identifiers;
import com.acme.dashboard.database.schema.Literals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that applies a change, in two forms: with parameters, as it is run, and with literals, as a person reads it.
 * The condition names the row's version, so that a row that somebody else has changed meanwhile is not found.
 */
final class EditStatement {

    /** In characters: longer literals are cut for the reader. */
    private static final int LONGEST_LITERAL = 1_000;

    private final TableShape shape;
    private final StringBuilder sql = new StringBuilder();
    private final StringBuilder readable = new StringBuilder();
    private final List<@Nullable String> parameters = new ArrayList<>();

    private EditStatement(TableShape shape) {
        this.shape = shape;
    }

    /**
     * Of a change to a row of that table.
     *
     * @throws IllegalArgumentException where it sets a column that nobody may set, or that is not there
     */
    static EditStatement of(TableShape shape, RowEdit edit) {
        var statement = new EditStatement(shape);
        switch (edit) {
            case RowEdit.Insert(var values) -> statement.insert(values);
            case RowEdit.Change(var row, var values) -> statement.update(row, values);
            case RowEdit.Delete(var row) -> statement.delete(row);
        }
        return statement;
    }

    /** With a question mark for each parameter. */
    String sql() {
        return sql.toString();
    }

    /** As text; null for no value. */
    List<@Nullable String> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** With literals. */
    String readable() {
        return readable.toString();
    }

    private void insert(List<Assignment> values) {
        append("insert into " + shape.name().quoted());
        if (values.isEmpty()) {
            append(" default values");
            return;
        }
        append(" (" + Identifiers.quote(values.stream().map(Assignment::column).toList()) + ")\nvalues (");
        var separator = "";
        for (var value : values) {
            append(separator);
            append(settable(value.column()), value.text());
            separator = ", ";
        }
        append(")");
    }

    private void update(RowIdentity row, List<Assignment> values) {
        append("update " + shape.name().quoted());
        var separator = "\nset ";
        for (var value : values) {
            append(separator + Identifiers.quote(value.column()) + " = ");
            append(settable(value.column()), value.text());
            separator = ", ";
        }
        where(row);
    }

    private void delete(RowIdentity row) {
        append("delete from " + shape.name().quoted());
        where(row);
    }

    private void where(RowIdentity row) {
        append("\nwhere ");
        var place = row.place();
        if (place == null) {
            for (int i = 0; i < row.columns().size(); i++) {
                var column = shape.column(row.columns().get(i)).orElseThrow();
                append(Identifiers.quote(column.name()) + " = ");
                append(column, row.key().get(i));
                append(" and ");
            }
        } else {
            var parts = place.split(" ", 2);
            append("tableoid = ");
            append("oid", parts[0], literal(parts[0]));
            append(" and ctid = ");
            append("tid", parts[1], literal(parts[1]));
            append(" and ");
        }
        append("xmin = ");
        append("xid", row.version(), literal(row.version()));
    }

    private TableColumn settable(String name) {
        return shape.column(name)
                .filter(TableColumn::settable)
                .orElseThrow(() -> new IllegalArgumentException("Nobody may set the column " + name));
    }

    private void append(String both) {
        sql.append(both);
        readable.append(both);
    }

    private void append(TableColumn column, @Nullable String value) {
        append(column.castType(), value, literal(column.kind(), value));
    }

    private void append(String type, @Nullable String value, String literal) {
        sql.append("cast(? as ").append(type).append(')');
        parameters.add(value);
        readable.append(literal);
    }

    private static String literal(ValueKind kind, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        var bare = switch (kind) {
            case NUMBER -> value.matches("-?\\d+(\\.\\d+)?");
            case BOOLEAN -> value.matches("true|false");
            default -> false;
        };
        return bare ? value : literal(value);
    }

    private static String literal(String value) {
        var shown = Characters.count(value) <= LONGEST_LITERAL ? value : Characters.first(value, LONGEST_LITERAL) + "…";
        return Literals.quote(shown);
    }
}
