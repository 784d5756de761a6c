package com.acme.dashboard.database.generate;

import org.jspecify.annotations.Nullable;

/**
 * A table or column that has another name in the code now.
 *
 * @param table the column's table by its new name; null where a table is renamed
 */
public record Rename(@Nullable String table, String from, String to) {

    /** As a person writes it after {@code --rename}. */
    @Override
    public String toString() {
        return (table == null ? "" : table + ".") + from + ":" + to;
    }
}
