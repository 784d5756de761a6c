package com.acme.dashboard.studio;

import java.util.List;

/**
 * How a table is made.
 *
 * @param bytes how much room it takes on disk with its indexes; 0 for a view
 * @param constraints by name, as PostgreSQL writes them
 * @param indexes by name
 */
public record TableSchema(TableShape shape, long bytes, List<TableConstraint> constraints, List<TableIndex> indexes) {

    public TableSchema {
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    /**
     * A rule that its rows follow.
     *
     * @param definition such as {@code CHECK ((amount > 0))}
     */
    public record TableConstraint(String name, String definition) {}

    /**
     * A way to find its rows.
     *
     * @param definition the statement that makes it
     * @param bytes how much room it takes on disk
     * @param uses how many times a query has looked something up in it since the server's statistics were last reset
     */
    public record TableIndex(String name, String definition, long bytes, long uses) {}
}
