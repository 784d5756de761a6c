package com.acme.dashboard.database.safety;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the actions of {@code alter table} in a change set. */
final class TableCheck {

    private static final Set<String> TABLE_CONSTRAINTS =
            Set.of("constraint", "check", "unique", "primary", "foreign", "exclude");
    private static final Set<String> ITS_COLUMNS_ARE_THERE = Set.of("logged", "unlogged", "tablespace", "access");

    private final boolean inTransaction;
    private final NotNullChecks notNull;
    private final Set<String> addedNotValid = new HashSet<>();

    TableCheck(boolean inTransaction, NotNullChecks notNull) {
        this.inTransaction = inTransaction;
        this.notNull = notNull;
    }

    /**
     * One action.
     *
     * @param isNew whether the same change set made the table
     */
    void action(String table, boolean isNew, List<SqlToken> tokens, Set<SafetyRule> found) {
        var cursor = new SqlCursor(tokens);
        if (cursor.accept("add")) {
            if (cursor.seesAny(TABLE_CONSTRAINTS)) {
                addConstraint(table, isNew, cursor, found);
            } else {
                cursor.accept("column");
                cursor.accept("if", "not", "exists");
                if (isNew) {
                    ColumnCheck.ofNewTable(cursor.rest(), found);
                } else {
                    ColumnCheck.ofExistingTable(cursor.rest(), found);
                }
            }
        } else if (cursor.accept("validate", "constraint")) {
            validate(table, cursor.name(), isNew, found);
        } else if (cursor.accept("alter")) {
            alterColumn(table, isNew, cursor, found);
        } else if (!isNew) {
            onExisting(cursor, found);
        }
    }

    private static void onExisting(SqlCursor cursor, Set<SafetyRule> found) {
        if (cursor.accept("drop")) {
            if (cursor.restHas("cascade")) {
                found.add(SafetyRule.DROP_CASCADE);
            }
            if (!cursor.sees("constraint")) {
                found.add(SafetyRule.DROP_COLUMN);
            }
        } else if (cursor.accept("set", "schema")) {
            found.add(SafetyRule.RENAME_TABLE);
        } else if (cursor.accept("set")) {
            if (cursor.seesAny(ITS_COLUMNS_ARE_THERE)) {
                found.add(SafetyRule.REWRITE);
            }
        } else {
            rename(cursor, found);
        }
    }

    /** What follows the name in an {@code alter table} or {@code alter view} that may rename. */
    static void rename(SqlCursor cursor, Set<SafetyRule> found) {
        if (cursor.accept("rename", "to")) {
            found.add(SafetyRule.RENAME_TABLE);
        } else if (cursor.accept("rename") && !cursor.sees("constraint")) {
            found.add(SafetyRule.RENAME_COLUMN);
        }
    }

    private void addConstraint(String table, boolean isNew, SqlCursor cursor, Set<SafetyRule> found) {
        var name = cursor.accept("constraint") ? cursor.name() : "";
        boolean notValid = cursor.restHas("not", "valid");
        if (notValid) {
            addedNotValid.add(table + " " + name);
        }
        if (cursor.accept("check")) {
            var condition = cursor.parenthesized();
            var column = condition.isEmpty() ? "" : notNullColumn(condition.getFirst());
            if (!column.isEmpty()) {
                notNull.added(table, name, column);
                if (!notValid) {
                    notNull.validated(table, name);
                }
            }
            if (!isNew && !notValid) {
                found.add(SafetyRule.CHECK_WITHOUT_NOT_VALID);
            }
        } else if (isNew) {
            return;
        } else if (cursor.sees("foreign")) {
            if (!notValid) {
                found.add(SafetyRule.FOREIGN_KEY_WITHOUT_NOT_VALID);
            }
        } else if (cursor.sees("exclude")) {
            found.add(SafetyRule.EXCLUDE_CONSTRAINT);
        } else if (cursor.sees("unique") || cursor.sees("primary")) {
            if (!cursor.restHas("using", "index")) {
                found.add(SafetyRule.UNIQUE_WITHOUT_INDEX);
            }
        }
    }

    /** The column of a condition {@code column is not null}; empty where it is another one. */
    private static String notNullColumn(List<SqlToken> condition) {
        var cursor = new SqlCursor(condition);
        while (cursor.sees('(')) {
            cursor.skip();
        }
        var column = cursor.name();
        return cursor.accept("is", "not", "null") && cursor.rest().stream().allMatch(token -> token.is(')'))
                ? column
                : "";
    }

    private void validate(String table, String constraint, boolean isNew, Set<SafetyRule> found) {
        notNull.validated(table, constraint);
        if (inTransaction && !isNew && addedNotValid.contains(table + " " + constraint)) {
            found.add(SafetyRule.VALIDATE_WITH_ADD);
        }
    }

    private void alterColumn(String table, boolean isNew, SqlCursor cursor, Set<SafetyRule> found) {
        if (cursor.accept("constraint")) {
            return;
        }
        cursor.accept("column");
        var column = cursor.name();
        if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
            ColumnCheck.ofType(cursor.rest(), found);
            if (!isNew) {
                found.add(SafetyRule.CHANGE_TYPE);
            }
        } else if (cursor.sees("set", "not", "null") && !isNew && !notNull.hold(table, column)) {
            found.add(SafetyRule.SET_NOT_NULL);
        } else if (cursor.sees("set", "expression") && !isNew) {
            found.add(SafetyRule.STORED_COLUMN);
        }
    }
}
