package com.acme.dashboard.database;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data that a statement would take away.
 *
 * @param table as SQL names it, quoted where needed
 * @param column null where the whole table would go, or all its rows
 * @param rows how many rows there are, or how many have a value in the column
 */
public record DataLoss(String table, @Nullable String column, long rows) {

    /** Such as {@code table todos: 8 rows}. */
    @Override
    public String toString() {
        return "%s: %,d %s"
                .formatted(
                        column == null ? "table " + table : "column " + table + "." + column,
                        rows,
                        rows == 1 ? "row" : "rows");
    }

    /** What these statements would take away of what is there now, counted. */
    static List<DataLoss> of(Connection connection, String sql) throws SQLException {
        var losses = new ArrayList<DataLoss>();
        for (var statement : SqlStatement.split(sql, 1)) {
            for (var name : names(statement.cursor())) {
                count(connection, name).filter(loss -> loss.rows > 0).ifPresent(losses::add);
            }
        }
        return losses;
    }

    private record Name(String table, @Nullable String column) {}

    private static List<Name> names(SqlCursor cursor) {
        var names = new ArrayList<Name>();
        if (cursor.accept("drop", "table") || cursor.accept("truncate")) {
            cursor.accept("table");
            cursor.accept("if", "exists");
            for (var part : cursor.list()) {
                var table = new SqlCursor(part);
                table.accept("only");
                names.add(new Name(table.name(), null));
            }
        } else if (cursor.accept("delete", "from")) {
            names.add(new Name(cursor.name(), null));
        } else if (cursor.accept("alter", "table")) {
            cursor.accept("if", "exists");
            cursor.accept("only");
            var table = cursor.name();
            for (var part : cursor.list()) {
                var action = new SqlCursor(part);
                if (action.accept("drop") && !action.sees("constraint")) {
                    action.accept("column");
                    action.accept("if", "exists");
                    names.add(new Name(table, action.name()));
                }
            }
        }
        return names;
    }

    /** Empty where there is no such table or column. */
    private static Optional<DataLoss> count(Connection connection, Name name) throws SQLException {
        try (var lookup = connection.prepareStatement("""
                select c.oid::regclass::text, quote_ident(a.attname)
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attname = ? and not a.attisdropped
                where c.oid = to_regclass(?) and c.relkind in ('r', 'p')""")) {
            lookup.setString(1, name.column);
            lookup.setString(2, quoted(connection, name.table));
            try (var found = lookup.executeQuery()) {
                if (!found.next() || (name.column != null && found.getString(2) == null)) {
                    return Optional.empty();
                }
                var table = found.getString(1);
                var column = found.getString(2);
                return Optional.of(new DataLoss(table, column, rows(connection, table, column)));
            }
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            var quoted = new ArrayList<String>();
            for (var part : name.split("\\.", -1)) {
                quoted.add(statement.enquoteIdentifier(part, true));
            }
            return String.join(".", quoted);
        }
    }

    private static long rows(Connection connection, String table, @Nullable String column) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "select count(%s) from %s".formatted(column == null ? "*" : column, table))) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
