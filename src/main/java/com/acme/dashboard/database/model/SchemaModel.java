package com.acme.dashboard.database.model;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables that mapped classes describe, or those of a database that they could describe, by name. */
public record SchemaModel(SortedMap<String, TableModel> tables) {

    public SchemaModel {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    static SchemaModel of(Collection<TableModel> tables) {
        SortedMap<String, TableModel> named = new TreeMap<>();
        for (var table : tables) {
            if (named.put(table.name(), table) != null) {
                throw new InvalidMapping("Two mapped classes have the table %s.".formatted(table.name()));
            }
        }
        return new SchemaModel(named);
    }

    /** The table of that name; null where there is none. */
    public @Nullable TableModel table(String table) {
        return tables.get(table);
    }
}
