package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row it is, and which version of it was read.
 *
 * @param columns those of {@link TableShape#key} when it was read; empty where the table had no key
 * @param key their values as text
 * @param place where the row stands, for tables without a key: PostgreSQL's {@code tableoid} and {@code ctid}, separated by a blank
 * @param version PostgreSQL's {@code xmin}, which every change of the row replaces
 */
public record RowIdentity(
        List<String> columns, List<String> key, @Nullable String place, String version) {

    public RowIdentity {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Whether rows of the table are still told apart by what this one was known by: its key may be another one by now. */
    boolean tellsApartIn(TableShape shape) {
        return place != null || (!columns.isEmpty() && columns.equals(shape.key()));
    }
}
