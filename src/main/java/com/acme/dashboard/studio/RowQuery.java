package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table, in which order.
 *
 * @param filters all of which a row must meet
 * @param sort null for the order of the key
 */
public record RowQuery(
        TableName table,
        List<ColumnFilter> filters,
        @Nullable RowSort sort) {

    /** So many conditions count; nobody combines more by hand. */
    public static final int MOST_FILTERS = 20;

    public RowQuery {
        filters = List.copyOf(filters.subList(0, Math.min(filters.size(), MOST_FILTERS)));
    }

    /** Every row, by its key. */
    public static RowQuery all(TableName table) {
        return new RowQuery(table, List.of(), null);
    }

    /** The same without what the table does not have or cannot do: what stands in a URL may be anything. */
    public RowQuery within(TableShape shape) {
        var possible = filters.stream()
                .filter(filter -> shape.column(filter.column())
                        .filter(column -> Operator.of(column).contains(filter.operator()))
                        .isPresent())
                .toList();
        var sorted = sort != null
                && shape.column(sort.column()).filter(TableColumn::sortable).isPresent();
        return new RowQuery(table, possible, sorted ? sort : null);
    }

    /** The same with other conditions. */
    public RowQuery with(List<ColumnFilter> others) {
        return new RowQuery(table, others, sort);
    }

    /** The same in another order. */
    public RowQuery with(@Nullable RowSort other) {
        return new RowQuery(table, filters, other);
    }
}
