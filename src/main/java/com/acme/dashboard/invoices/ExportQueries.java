package com.acme.dashboard.invoices;

import com.acme.dashboard.common.export.ExportSlots;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all rows of a list from first to last, through a cursor: the database puts them in order, and only a few are in
 * memory at a time.
 */
@Repository
class ExportQueries {

    private static final int FETCHED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations cursors;
    private final TransactionTemplate reading;
    private final ExportSlots slots;

    ExportQueries(
            JdbcClient jdbc,
            NamedParameterJdbcOperations cursors,
            PlatformTransactionManager transactions,
            ExportLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.cursors = cursors;
        this.slots = new ExportSlots(limits.atOnce(), limits.longest(), clock);
        // PostgreSQL keeps a cursor in a transaction only; without one the driver would read all rows at once.
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** All that match, in that order. */
    InvoiceRowsQuery matching(InvoiceFilter filter, InvoiceOrder order) {
        var meanings = InvoiceSearch.of(filter.query()).meanings(InvoiceCriteria.of(filter), _ -> true);
        return new InvoiceRowsSql(order).all(meanings);
    }

    /** Those of the ids that are still there, in that order. */
    InvoiceRowsQuery of(Collection<UUID> ids, InvoiceOrder order) {
        return new InvoiceRowsSql(order).allOf(ids);
    }

    long count(InvoiceRowsQuery query) {
        return jdbc.sql(query.count())
                .params(query.parameters())
                .query((rows, _) -> rows.getLong("found"))
                .single();
    }

    /**
     * Takes one of the places.
     *
     * @throws com.acme.dashboard.common.export.TooManyExports where none is free
     */
    InvoiceExport begin(InvoiceRowsQuery query, long size) {
        return new InvoiceExport(this, query, size, slots.take());
    }

    /** Hands over the rows; {@code runs} hears of the statement before it starts, so that it can be cancelled. */
    void read(InvoiceRowsQuery query, Consumer<Statement> runs, Consumer<InvoiceRow> receiver) {
        reading.executeWithoutResult(_ -> cursors.execute(query.rows(), query.parameters(), statement -> {
            statement.setFetchSize(FETCHED_AT_ONCE);
            runs.accept(statement);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    receiver.accept(InvoiceQueries.row(rows, rows.getRow()));
                }
            }
            return null;
        }));
    }
}
