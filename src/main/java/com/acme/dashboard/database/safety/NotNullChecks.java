package com.acme.dashboard.database.safety;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The constraints of a file that say that a column is not null: with a validated one SET NOT NULL reads no row. */
final class NotNullChecks {

    private record Constraint(String table, String name) {}

    private record Column(String table, String name) {}

    private final Map<Constraint, Column> added = new HashMap<>();
    private final Set<Column> validated = new HashSet<>();

    /** A constraint that was added without being validated. */
    void added(String table, String constraint, String column) {
        added.put(new Constraint(table, constraint), new Column(table, column));
    }

    void validated(String table, String constraint) {
        var column = added.get(new Constraint(table, constraint));
        if (column != null) {
            validated.add(column);
        }
    }

    boolean hold(String table, String column) {
        return validated.contains(new Column(table, column));
    }
}
