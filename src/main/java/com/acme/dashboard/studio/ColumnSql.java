package com.acme.dashboard.studio;

import com.acme.dashboard.database.schema.Identifiers;

/** Writes expressions of a column's values. Names are quoted, whatever they hold. */
final class ColumnSql {

    private ColumnSql() {}

    /** The column of the table that has the alias. */
    static String reference(String alias, String column) {
        return alias + '.' + Identifiers.quote(column);
    }

    /** Its value as text. */
    static String text(String alias, String column) {
        return reference(alias, column) + "::text";
    }

    /** A parameter, given as text, that is compared with its value. */
    static String parameter(TableColumn column) {
        return "cast(? as " + column.castType() + ")";
    }

    /** What a grid shows of its value in the table with the alias {@code t}, and a character more; null where it is secret. */
    static String beginning(TableColumn column) {
        if (column.secret()) {
            return "null";
        }
        var name = reference("t", column.name());
        return column.kind() == ValueKind.BYTES
                ? "'\\x' || encode(substring(%s for %d), 'hex')".formatted(name, Cell.LENGTH / 2)
                : "left(%s::text, %d)".formatted(name, Cell.LENGTH + 1);
    }

    /** All of its value in the table with the alias {@code t}, as text. */
    static String full(TableColumn column) {
        var name = reference("t", column.name());
        return column.kind() == ValueKind.BYTES ? "encode(%s, 'hex')".formatted(name) : name + "::text";
    }
}
