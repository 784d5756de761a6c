package com.acme.dashboard.database.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement takes out of a database together with the data in it.
 *
 * @param table unquoted, as it is called before all of the statements, with its schema where they name one other than
 *     {@code public}
 * @param column null where it is the whole table, or rows of it
 * @param newValue what each value of the column becomes, as an expression; null where it goes altogether
 */
public record Removal(
        String table, @Nullable String column, @Nullable String newValue) {

    /** What is counted itself, and what nothing that holds data depends on. */
    private static final Set<String> WITHOUT_DATA = Set.of("table", "index", "trigger", "policy", "rule");

    Removal(String table, @Nullable String column) {
        this(table, column, null);
    }

    /** Those of all statements, in their order; whether the things are there is not known here. */
    public static List<Removal> of(String sql) {
        var removals = new ArrayList<Removal>();
        var names = new FormerNames();
        SqlStatement.split(sql, 1).forEach(statement -> add(statement.cursor(), names, removals));
        return removals;
    }

    /** The statements that can take data along of which they do not name the tables, in one line each. */
    public static List<String> uncountable(String sql) {
        return SqlStatement.split(sql, 1).stream()
                .filter(statement -> isUncountable(statement.cursor()))
                .map(SqlStatement::text)
                .toList();
    }

    private static boolean isUncountable(SqlCursor cursor) {
        if (cursor.accept("truncate")) {
            return cursor.restHas("cascade");
        }
        if (cursor.accept("with")) {
            return cursor.rest().stream().anyMatch(token -> token.is("delete"));
        }
        return cursor.accept("drop")
                && !cursor.seesAny(WITHOUT_DATA)
                && (cursor.sees("schema") || cursor.sees("owned") || cursor.restHas("cascade"));
    }

    private static void add(SqlCursor cursor, FormerNames names, List<Removal> removals) {
        if (cursor.accept("drop", "table") || cursor.accept("truncate")) {
            cursor.accept("table");
            cursor.accept("if", "exists");
            for (var part : cursor.list()) {
                removals.add(new Removal(names.ofTable(table(new SqlCursor(part))), null));
            }
        } else if (cursor.accept("delete", "from")) {
            removals.add(new Removal(names.ofTable(table(cursor)), null));
        } else if (cursor.accept("alter", "table")) {
            cursor.accept("if", "exists");
            var table = table(cursor);
            for (var part : cursor.list()) {
                alter(table, new SqlCursor(part), names, removals);
            }
        }
    }

    private static void alter(String table, SqlCursor action, FormerNames names, List<Removal> removals) {
        if (action.accept("drop") && !action.sees("constraint")) {
            action.accept("column");
            action.accept("if", "exists");
            removals.add(new Removal(names.ofTable(table), names.ofColumn(table, action.name())));
        } else if (action.accept("alter")) {
            action.accept("column");
            var column = action.name();
            action.accept("set", "data");
            if (action.accept("type")) {
                var former = names.ofColumn(table, column);
                removals.add(new Removal(names.ofTable(table), former, NewValue.of(column, former, action)));
            }
        } else if (action.accept("rename") && !action.sees("constraint")) {
            names.rename(table, action);
        } else if (action.accept("set", "schema")) {
            names.move(table, action.name());
        }
    }

    private static String table(SqlCursor cursor) {
        cursor.accept("only");
        return cursor.name();
    }
}
