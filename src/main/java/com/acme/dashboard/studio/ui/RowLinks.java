package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Cell;
import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.Operator;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.TableColumn;
import com.acme.dashboard.studio.TableName;
import com.acme.dashboard.studio.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where foreign keys lead from a row: to the row that it names, and to the rows that name it. */
final class RowLinks {

    private RowLinks() {}

    /** The address of the row that the column's value names, of its first foreign key; null where it names none. */
    static @Nullable String forward(TableShape shape, TableColumn column, Row row) {
        return shape.references().stream()
                .filter(key -> key.fromColumns().contains(column.name()))
                .flatMap(key -> forward(shape, key, row).stream())
                .findFirst()
                .orElse(null);
    }

    /** The address of the row that the foreign key's values name; empty where one of them is missing. */
    static Optional<String> forward(TableShape shape, ForeignKey key, Row row) {
        return address(shape, row, key.fromColumns(), key.to(), key.toColumns());
    }

    /** The address of the rows of another table whose foreign key names this row. */
    static Optional<String> back(TableShape shape, ForeignKey key, Row row) {
        return address(shape, row, key.toColumns(), key.from(), key.fromColumns());
    }

    private static Optional<String> address(
            TableShape shape, Row row, List<String> ours, TableName table, List<String> theirs) {
        var filters = new ArrayList<ColumnFilter>();
        for (int i = 0; i < ours.size(); i++) {
            var value = value(shape, row, ours.get(i));
            if (value == null || value.cut() || !isFiltered(shape, ours.get(i))) {
                return Optional.empty();
            }
            filters.add(new ColumnFilter(theirs.get(i), Operator.IS, value.text()));
        }
        return Optional.of(new TableState(RowQuery.all(table).with(filters)).toHref());
    }

    /** A link with a condition that is not possible would lead to all rows. */
    private static boolean isFiltered(TableShape shape, String column) {
        return shape.column(column).map(Operator::of).orElse(List.of()).contains(Operator.IS);
    }

    private static @Nullable Cell value(TableShape shape, Row row, String column) {
        var names = shape.columns().stream().map(TableColumn::name).toList();
        var index = names.indexOf(column);
        return index < 0 ? null : row.cells().get(index);
    }
}
