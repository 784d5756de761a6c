package com.acme.dashboard.database.safety;

import com.acme.dashboard.database.sql.ChangeSetText;
import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlStatement;
import com.acme.dashboard.database.sql.SqlToken;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the statements of one change set in their order, and knows what it has made so far. */
final class ChangeSetCheck {

    private static final Set<String> CHANGES_ROWS = Set.of("insert", "update", "delete", "merge", "copy");
    private static final Set<String> TRANSACTION_CONTROL =
            Set.of("begin", "commit", "rollback", "abort", "savepoint", "end", "start");

    private final ChangeSetText changeSet;
    private final boolean alone;
    private final boolean changesSchema;
    private final TableCheck tables;
    private final Set<String> made = new HashSet<>();
    private final Set<String> indexesMade = new HashSet<>();
    private final Set<String> indexesDropped = new HashSet<>();

    ChangeSetCheck(ChangeSetText changeSet, List<SqlStatement> statements, NotNullChecks notNull) {
        this.changeSet = changeSet;
        this.alone = statements.size() == 1;
        this.changesSchema = statements.stream().anyMatch(ChangeSetCheck::changesSchema);
        this.tables = new TableCheck(changeSet.isInTransaction(), notNull);
    }

    private static boolean changesSchema(SqlStatement statement) {
        var cursor = statement.cursor();
        return cursor.sees("create") || cursor.sees("alter") || cursor.sees("drop");
    }

    /** The rules that the statement breaks. */
    Set<SafetyRule> of(SqlStatement statement) {
        var found = EnumSet.noneOf(SafetyRule.class);
        var cursor = statement.cursor();
        if (cursor.accept("create")) {
            create(cursor, statement, found);
        } else if (cursor.accept("alter")) {
            alter(cursor, found);
        } else if (cursor.accept("drop")) {
            drop(cursor, statement, found);
        } else if (cursor.accept("truncate")) {
            truncate(cursor, found);
        } else if (cursor.sees("with") || cursor.seesAny(CHANGES_ROWS)) {
            rows(statement, found);
        } else {
            rest(cursor, statement, found);
        }
        return found;
    }

    private void create(SqlCursor cursor, SqlStatement statement, Set<SafetyRule> found) {
        cursor.accept("or", "replace");
        cursor.acceptAny(Set.of("global", "local"));
        cursor.acceptAny(Set.of("temporary", "temp", "unlogged"));
        boolean unique = cursor.accept("unique");
        if (cursor.accept("index")) {
            createIndex(cursor, statement, found);
        } else if (!unique && cursor.accept("table")) {
            boolean surelyNew = !cursor.accept("if", "not", "exists");
            var table = cursor.name();
            if (surelyNew) {
                made.add(table);
            }
            cursor.parenthesized().forEach(element -> ColumnCheck.ofNewTable(element, found));
        } else if (cursor.accept("materialized", "view") || cursor.accept("view")) {
            made.add(cursor.name());
        }
    }

    private void createIndex(SqlCursor cursor, SqlStatement statement, Set<SafetyRule> found) {
        boolean concurrently = cursor.accept("concurrently");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        var index = cursor.sees("on") ? "" : cursor.name();
        cursor.accept("on");
        cursor.accept("only");
        var table = cursor.name();
        if (made.contains(table)) {
            indexesMade.add(index);
        } else if (!concurrently) {
            found.add(SafetyRule.INDEX_WITHOUT_CONCURRENTLY);
        } else if (!indexesDropped.contains(index) || ifNotExists) {
            found.add(SafetyRule.CONCURRENTLY_NOT_REPEATABLE);
        }
        outsideOfTransaction(concurrently, statement, found);
    }

    private void outsideOfTransaction(boolean concurrently, SqlStatement statement, Set<SafetyRule> found) {
        boolean together = changeSet.isInTransaction() || (!changeSet.isSplit() && !alone) || statement.nested();
        if (concurrently && together) {
            found.add(SafetyRule.CONCURRENTLY_IN_TRANSACTION);
        }
    }

    private void alter(SqlCursor cursor, Set<SafetyRule> found) {
        cursor.accept("foreign");
        if (cursor.accept("table")) {
            cursor.accept("if", "exists");
            cursor.accept("only");
            var table = cursor.name();
            if (cursor.sees('*')) {
                cursor.skip();
            }
            cursor.list().forEach(action -> tables.action(table, made.contains(table), action, found));
        } else if (cursor.accept("materialized", "view") || cursor.accept("view")) {
            cursor.accept("if", "exists");
            if (!made.contains(cursor.name())) {
                TableCheck.rename(cursor, found);
            }
        } else if (cursor.accept("type")) {
            cursor.name();
            if (cursor.accept("rename", "value")) {
                found.add(SafetyRule.RENAME_VALUE);
            }
        }
    }

    private void drop(SqlCursor cursor, SqlStatement statement, Set<SafetyRule> found) {
        if (cursor.restHas("cascade")) {
            found.add(SafetyRule.DROP_CASCADE);
        }
        cursor.accept("foreign");
        if (cursor.accept("table")) {
            cursor.accept("if", "exists");
            if (!allMade(cursor)) {
                found.add(SafetyRule.DROP_TABLE);
            }
        } else if (cursor.accept("index")) {
            boolean concurrently = cursor.accept("concurrently");
            cursor.accept("if", "exists");
            for (var part : cursor.list()) {
                var index = new SqlCursor(part).name();
                indexesDropped.add(index);
                if (!concurrently && !indexesMade.contains(index)) {
                    found.add(SafetyRule.DROP_INDEX_WITHOUT_CONCURRENTLY);
                }
            }
            outsideOfTransaction(concurrently, statement, found);
        } else if (cursor.accept("schema") || cursor.accept("database") || cursor.accept("owned")) {
            found.add(SafetyRule.DROP_SCHEMA);
        }
    }

    private boolean allMade(SqlCursor cursor) {
        return cursor.list().stream().allMatch(part -> {
            var table = new SqlCursor(part);
            table.accept("only");
            return made.contains(table.name());
        });
    }

    private void truncate(SqlCursor cursor, Set<SafetyRule> found) {
        cursor.accept("table");
        if (!allMade(cursor)) {
            found.add(SafetyRule.TRUNCATE);
        }
    }

    private void rows(SqlStatement statement, Set<SafetyRule> found) {
        for (var change : RowChange.of(statement)) {
            if (!made.contains(change.table())) {
                if (change.ofAllRows()) {
                    found.add(change.isUpdate() ? SafetyRule.UPDATE_ALL : SafetyRule.DELETE_ALL);
                }
                if (changesSchema) {
                    found.add(SafetyRule.MIXED_SCHEMA_AND_DATA);
                }
            }
        }
    }

    private void rest(SqlCursor cursor, SqlStatement statement, Set<SafetyRule> found) {
        if (cursor.accept("lock")) {
            cursor.accept("table");
            if (!allMade(cursor)) {
                found.add(SafetyRule.LOCK_TABLE);
            }
        } else if (cursor.accept("vacuum")) {
            boolean full = hasOption(cursor.parenthesized(), "full") || cursor.sees("full");
            if (full) {
                found.add(SafetyRule.REWRITE);
            }
        } else if (cursor.accept("cluster")) {
            found.add(SafetyRule.REWRITE);
        } else if (cursor.accept("reindex")) {
            boolean concurrently = hasOption(cursor.parenthesized(), "concurrently") || cursor.restHas("concurrently");
            if (!concurrently) {
                found.add(SafetyRule.REINDEX_WITHOUT_CONCURRENTLY);
            }
            outsideOfTransaction(concurrently, statement, found);
        } else if (cursor.accept("refresh", "materialized", "view")) {
            if (!cursor.accept("concurrently") && !made.contains(cursor.name())) {
                found.add(SafetyRule.REFRESH_WITHOUT_CONCURRENTLY);
            }
        } else if (!statement.nested() && cursor.acceptAny(TRANSACTION_CONTROL)) {
            found.add(SafetyRule.TRANSACTION_CONTROL);
        }
    }

    private static boolean hasOption(List<List<SqlToken>> options, String option) {
        return options.stream()
                .map(SqlCursor::new)
                .anyMatch(given -> given.accept(option) && !given.sees("false") && !given.sees("off"));
    }
}
