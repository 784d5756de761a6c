package com.acme.dashboard.database.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table with what belongs to it, each by name, in the order of the class or the database. */
public record TableModel(
        String name,
        Map<String, ColumnModel> columns,
        Map<String, ConstraintModel> constraints,
        Map<String, IndexModel> indexes) {

    public TableModel {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
        indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
    }

    static TableModel of(
            String name,
            Collection<ColumnModel> columns,
            Collection<ConstraintModel> constraints,
            Collection<IndexModel> indexes) {
        return new TableModel(
                name,
                byName(name, columns, ColumnModel::name),
                byName(name, constraints, ConstraintModel::name),
                byName(name, indexes, IndexModel::name));
    }

    private static <T> Map<String, T> byName(String table, Collection<T> things, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        for (var thing : things) {
            if (named.put(name.apply(thing), thing) != null) {
                throw new InvalidMapping("The table %s has %s twice: give one of them another name."
                        .formatted(table, name.apply(thing)));
            }
        }
        return named;
    }

    /** The column of that name; null where there is none. */
    public @Nullable ColumnModel column(String column) {
        return columns.get(column);
    }
}
