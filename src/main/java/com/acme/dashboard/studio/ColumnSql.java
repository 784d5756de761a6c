package com.acme.dashboard.studio;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.Optional;

/** Writes expressions of a column's values. Names are quoted, whatever they hold. */
final class ColumnSql {

    /** In bytes. */
    private static final int LONGEST_REMEMBERED = 1_000;

    private ColumnSql() {}

    /** The column of the table that has the alias. */
    static String reference(String alias, String column) {
        return alias + '.' + Identifiers.quote(column);
    }

    /** Its value as text. */
    static String text(String alias, String column) {
        return reference(alias, column) + "::text";
    }

    /** Its value in the table with the alias {@code t} as text, to be remembered; null where it is too long for that. */
    static String remembered(String column) {
        var text = text("t", column);
        return "case when octet_length(%s) <= %d then %1$s end".formatted(text, LONGEST_REMEMBERED);
    }

    /** A parameter, given as text, that is compared with its value. */
    static String parameter(TableColumn column) {
        return "cast(? as " + column.castType() + ")";
    }

    /** By what rows that are equal elsewhere can be told apart; empty where the column may have no order at all. */
    static Optional<String> order(String alias, TableColumn column) {
        if (column.secret()) {
            return Optional.empty();
        }
        return switch (column.kind()) {
            case TEXT -> Optional.of("left(%s, %d)".formatted(text(alias, column.name()), Cell.LENGTH));
            case NUMBER, BOOLEAN, DATE, TIMESTAMP, UUID, ENUM -> Optional.of(reference(alias, column.name()));
            case JSON, BYTES, ARRAY, OTHER -> Optional.empty();
        };
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
