package com.acme.dashboard.database.model;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.List;

/** The names of what nobody has named, as drizzle-kit and PostgreSQL give them: an adopted database has the same. */
final class ConstraintNames {

    private ConstraintNames() {}

    static String primaryKey(String table) {
        return fitting(table + "_pkey");
    }

    static String unique(String table, List<String> columns) {
        return fitting(table + "_" + String.join("_", columns) + "_unique");
    }

    static String check(String table, String column) {
        return fitting(table + "_" + column + "_check");
    }

    static String index(String table, List<String> columns) {
        return fitting(table + "_" + String.join("_", columns) + "_index");
    }

    static String foreignKey(String table, String column, String otherTable, String otherColumn) {
        return fitting(table + "_" + column + "_" + otherTable + "_" + otherColumn + "_fk");
    }

    /** PostgreSQL would cut a longer one off without an error. */
    static String fitting(String name) {
        if (!Identifiers.fits(name)) {
            throw new InvalidMapping(
                    "The name %s is longer than PostgreSQL's %d bytes: give a shorter one with name = \"…\"."
                            .formatted(name, Identifiers.LONGEST_BYTES));
        }
        return name;
    }
}
