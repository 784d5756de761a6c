package com.acme.dashboard.database.safety;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlStatement;
import com.acme.dashboard.database.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An insert, update, delete, merge or copy.
 *
 * @param ofAllRows whether an update or delete has no condition
 */
record RowChange(String table, boolean isUpdate, boolean ofAllRows) {

    private static final Set<String> WHERE_IT_BEGINS = Set.of("insert", "update", "delete", "merge", "copy");

    /** Those of a statement: itself, and those in its {@code with}. */
    static List<RowChange> of(SqlStatement statement) {
        var changes = new ArrayList<RowChange>();
        var cursor = statement.cursor();
        if (!cursor.accept("with")) {
            add(statement.tokens(), changes);
            return changes;
        }
        while (!cursor.atEnd()) {
            if (cursor.sees('(')) {
                var inner = cursor.parenthesized();
                if (!inner.isEmpty() && new SqlCursor(inner.getFirst()).seesAny(WHERE_IT_BEGINS)) {
                    add(inner.stream().flatMap(List::stream).toList(), changes);
                }
            } else if (cursor.seesAny(WHERE_IT_BEGINS)) {
                add(cursor.rest(), changes);
                return changes;
            } else {
                cursor.skip();
            }
        }
        return changes;
    }

    private static void add(List<SqlToken> tokens, List<RowChange> changes) {
        var cursor = new SqlCursor(tokens);
        boolean update = cursor.accept("update");
        boolean delete = !update && cursor.accept("delete", "from");
        if (update || delete) {
            cursor.accept("only");
            var table = cursor.name();
            changes.add(new RowChange(table, update, !cursor.restHas("where")));
        } else if (cursor.accept("insert", "into") || cursor.accept("merge", "into")) {
            cursor.accept("only");
            changes.add(new RowChange(cursor.name(), false, false));
        } else if (cursor.accept("copy")) {
            var table = cursor.name();
            if (cursor.restHas("from")) {
                changes.add(new RowChange(table, false, false));
            }
        }
    }
}
