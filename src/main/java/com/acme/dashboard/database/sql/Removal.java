package com.acme.dashboard.database.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement takes out of a database together with the data in it.
 *
 * @param table unquoted, with its schema where the statement names one other than {@code public}
 * @param column null where it is the whole table, or rows of it
 */
public record Removal(String table, @Nullable String column) {

    /** Those of all statements, in their order; whether the things are there is not known here. */
    public static List<Removal> of(String sql) {
        var removals = new ArrayList<Removal>();
        SqlStatement.split(sql, 1).forEach(statement -> add(statement.cursor(), removals));
        return removals;
    }

    private static void add(SqlCursor cursor, List<Removal> removals) {
        if (cursor.accept("drop", "table") || cursor.accept("truncate")) {
            cursor.accept("table");
            cursor.accept("if", "exists");
            for (var part : cursor.list()) {
                removals.add(new Removal(table(new SqlCursor(part)), null));
            }
        } else if (cursor.accept("delete", "from")) {
            removals.add(new Removal(table(cursor), null));
        } else if (cursor.accept("alter", "table")) {
            cursor.accept("if", "exists");
            var table = table(cursor);
            for (var part : cursor.list()) {
                var action = new SqlCursor(part);
                if (action.accept("drop") && !action.sees("constraint")) {
                    action.accept("column");
                    action.accept("if", "exists");
                    removals.add(new Removal(table, action.name()));
                }
            }
        }
    }

    private static String table(SqlCursor cursor) {
        cursor.accept("only");
        return cursor.name();
    }
}
