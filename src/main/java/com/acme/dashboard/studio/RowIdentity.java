package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row it is, and which version of it was read.
 *
 * @param key the values of {@link TableShape#key} as text; empty where the table has no key
 * @param place where the row stands, for tables without a key: PostgreSQL's {@code tableoid} and {@code ctid}, separated by a blank
 * @param version PostgreSQL's {@code xmin}, which every change of the row replaces
 */
public record RowIdentity(List<String> key, @Nullable String place, String version) {

    public RowIdentity {
        key = List.copyOf(key);
    }
}
