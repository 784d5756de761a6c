package com.acme.dashboard.studio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a table before its rows are read.
 *
 * @param columns in their order, without those that were dropped
 * @param key the columns that name a row: those of the primary key, else of a unique index without nulls; empty where there is none
 * @param estimate about how many rows it has; null where nobody has counted yet
 * @param writers who changes its rows
 * @param references its foreign keys
 * @param referencedBy the foreign keys that name its rows
 */
public record TableShape(
        TableName name,
        TableKind kind,
        List<TableColumn> columns,
        List<String> key,
        @Nullable Long estimate,
        RowWriters writers,
        List<ForeignKey> references,
        List<ForeignKey> referencedBy) {

    public TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
        referencedBy = List.copyOf(referencedBy);
    }

    /** The column with that name. */
    public Optional<TableColumn> column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    /** The same, when there are about that many rows. */
    public TableShape withEstimate(@Nullable Long other) {
        return new TableShape(name, kind, columns, key, other, writers, references, referencedBy);
    }
}
