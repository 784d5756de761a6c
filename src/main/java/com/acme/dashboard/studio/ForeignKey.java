package com.acme.dashboard.studio;

import java.util.List;

/**
 * A foreign key: the columns of one table that reference a row of another, in the same order.
 *
 * @param name the constraint's
 */
public record ForeignKey(String name, TableName from, List<String> fromColumns, TableName to, List<String> toColumns) {

    public ForeignKey {
        fromColumns = List.copyOf(fromColumns);
        toColumns = List.copyOf(toColumns);
    }
}
