package com.acme.dashboard.studio;

import org.jspecify.annotations.Nullable;

/**
 * A table or view in the list of all.
 *
 * @param estimate about how many rows it has, by PostgreSQL's own statistics; null where nobody has counted yet, as for a view
 * @param bytes how much room it takes on disk with its indexes; 0 for a view
 * @param comment what its author wrote about it
 */
public record TableEntry(
        TableName name,
        TableKind kind,
        @Nullable Long estimate,
        long bytes,
        @Nullable String comment) {}
