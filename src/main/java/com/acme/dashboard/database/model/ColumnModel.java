package com.acme.dashboard.database.model;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type as SQL writes it, such as {@code varchar(255)}
 * @param defaultValue an SQL expression; null where it has none
 * @param identity {@code by default} or {@code always} where a sequence numbers the rows, else null
 */
public record ColumnModel(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultValue,
        @Nullable String identity) {

    /** The same column that takes null. */
    public ColumnModel nullable() {
        return new ColumnModel(name, type, false, defaultValue, identity);
    }
}
