package com.acme.dashboard.studio;

import com.acme.dashboard.common.export.ExportSlots;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The rows of tables and views, for those with Studio's permission. A query is taken {@linkplain RowQuery#within within} the
 * table's shape: what the table does not have is left out. Secret columns have no values.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} where the database does not answer in time.
 */
@Service
@PreAuthorize(StudioPermission.EXPRESSION)
public class StudioRows {

    /** So many exports at a time: each takes a connection for as long as its file takes. */
    private static final int EXPORTS = 2;

    private final RowQueries queries;
    private final ExportSlots exports;

    StudioRows(RowQueries queries, Clock clock) {
        this.queries = queries;
        exports = new ExportSlots(EXPORTS, StudioDatabase.LONGEST_EXPORT, clock);
    }

    /**
     * Some rows in their order.
     *
     * @param after behind which row to begin; null for the first
     * @param first the number of the first row that is wanted, from 0
     * @param skip how many rows behind {@code after} that is
     * @param limit how many rows at most
     * @throws InvalidFilter where a filter's value is none of its column's type
     */
    public RowPage page(
            TableShape shape, RowQuery query, @Nullable RowPosition after, long first, long skip, int limit) {
        return queries.page(shape, query.within(shape), after, first, skip, limit);
    }

    /**
     * How many rows there are: exact up to {@value RowCount#CAP}.
     *
     * @throws InvalidFilter where a filter's value is none of its column's type
     */
    public RowCount count(TableShape shape, RowQuery query) {
        return queries.count(shape, query.within(shape));
    }

    /** A value in full; empty where there is none, or the row has gone meanwhile, or the column is secret. */
    public Optional<FullValue> value(TableShape shape, RowQuery query, Row row, String column) {
        return shape.column(column)
                .filter(known -> !known.secret())
                .flatMap(known -> queries.value(shape, query.within(shape), row, known));
    }

    /**
     * Begins an export of all rows, filtered and sorted; it takes the place of another until it is written or cancelled.
     *
     * @throws com.acme.dashboard.common.export.TooManyExports where as many as are allowed at a time are running
     */
    public RowExport export(TableShape shape, RowQuery query, RowFormat format) {
        return queries.export(shape, query.within(shape), format, exports.take());
    }
}
