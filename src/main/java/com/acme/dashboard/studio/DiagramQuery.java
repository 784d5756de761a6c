package com.acme.dashboard.studio;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the database an entity diagram is wanted of. What does not exist is passed over.
 *
 * @param schema whose tables; null for {@code public}, or the first where there is no such schema
 * @param table the one that it is about, in that schema, a partition standing for the whole; null for none
 * @param neighbours whether only that table is wanted, with those that a foreign key relates to it
 * @param detail which columns; null for what fits the number of tables
 */
public record DiagramQuery(
        @Nullable String schema,
        @Nullable String table,
        boolean neighbours,
        @Nullable DiagramDetail detail) {

    /** A schema with all its tables. */
    public static DiagramQuery of(@Nullable String schema) {
        return new DiagramQuery(schema, null, false, null);
    }

    /** A table with those that a foreign key relates to it. */
    public static DiagramQuery around(TableName table) {
        return new DiagramQuery(table.schema(), table.name(), true, null);
    }
}
