package com.acme.dashboard.database.safety;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlToken;
import java.util.List;
import java.util.Set;

/** Looks at the definition of a column: its name, its type and what follows. */
final class ColumnCheck {

    private static final Set<String> NO_COLUMN =
            Set.of("constraint", "primary", "unique", "check", "foreign", "exclude", "like");
    private static final Set<String> SERIAL =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");
    private static final Set<String> NEXT_CONSTRAINT =
            Set.of("constraint", "not", "null", "check", "unique", "primary", "references", "generated", "collate");

    /** Functions whose value is the same for every row of a statement. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "date_trunc",
            "timezone",
            "make_interval",
            "make_date",
            "to_date",
            "to_timestamp",
            "to_char",
            "lower",
            "upper",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "concat",
            "md5",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "array_fill",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "cast",
            "row",
            "extract");

    private ColumnCheck() {}

    /** A part of what stands in the parentheses of {@code create table}, or what is added to a table made just before. */
    static void ofNewTable(List<SqlToken> definition, Set<SafetyRule> found) {
        var cursor = new SqlCursor(definition);
        if (!cursor.seesAny(NO_COLUMN)) {
            cursor.name();
            ofType(cursor.rest(), found);
        }
    }

    /** What follows {@code add column} for a table that can have rows. */
    static void ofExistingTable(List<SqlToken> definition, Set<SafetyRule> found) {
        ofNewTable(definition, found);
        var cursor = new SqlCursor(definition);
        cursor.name();
        boolean serial = cursor.seesAny(SERIAL);
        boolean generated = cursor.restHas("generated");
        if (generated && cursor.restHas("stored")) {
            found.add(SafetyRule.STORED_COLUMN);
        }
        if (serial || cursor.restHas("as", "identity") || hasVolatileDefault(cursor)) {
            found.add(SafetyRule.VOLATILE_DEFAULT);
        }
        if (cursor.restHas("not", "null") && !cursor.restHas("default") && !generated && !serial) {
            found.add(SafetyRule.ADD_NOT_NULL_COLUMN);
        }
        if (cursor.restHas("references")) {
            found.add(SafetyRule.FOREIGN_KEY_WITHOUT_NOT_VALID);
        }
        if (cursor.restHas("check")) {
            found.add(SafetyRule.CHECK_WITHOUT_NOT_VALID);
        }
        if (cursor.restHas("unique") || cursor.restHas("primary", "key")) {
            found.add(SafetyRule.UNIQUE_WITHOUT_INDEX);
        }
    }

    /** A type and what follows it. */
    static void ofType(List<SqlToken> type, Set<SafetyRule> found) {
        var cursor = new SqlCursor(type);
        if (cursor.seesAny(SERIAL)) {
            found.add(SafetyRule.SERIAL);
        } else if (cursor.sees("json")) {
            found.add(SafetyRule.JSON);
        } else if (cursor.accept("char") || cursor.accept("character") || cursor.accept("bpchar")) {
            if (!cursor.sees("varying")) {
                found.add(SafetyRule.CHAR);
            }
        } else if (cursor.accept("timestamp")) {
            cursor.parenthesized();
            if (!cursor.sees("with", "time", "zone")) {
                found.add(SafetyRule.TIMESTAMP);
            }
        }
    }

    private static boolean hasVolatileDefault(SqlCursor column) {
        var cursor = new SqlCursor(column.rest());
        while (!cursor.atEnd() && !cursor.accept("default")) {
            if (cursor.sees('(')) {
                cursor.parenthesized();
            } else {
                cursor.skip();
            }
        }
        return callsVolatile(cursor);
    }

    /** Whether an expression calls a function that is not known to be stable; a type's length is no call. */
    private static boolean callsVolatile(SqlCursor cursor) {
        int depth = 0;
        boolean type = false;
        while (!cursor.atEnd() && (depth > 0 || !cursor.seesAny(NEXT_CONSTRAINT))) {
            var token = cursor.rest().getFirst();
            if (token.isName()) {
                var name = cursor.name();
                var function = name.substring(name.lastIndexOf('.') + 1);
                if (cursor.sees('(') && !type && !STABLE.contains(function)) {
                    return true;
                }
                type = token.is("as");
            } else {
                depth += SqlCursor.depthOf(token);
                type = token.is(':');
                cursor.skip();
            }
        }
        return false;
    }
}
