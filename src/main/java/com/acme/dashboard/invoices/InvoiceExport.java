package com.acme.dashboard.invoices;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export, from the moment it was allowed: read once, or cancelled by whoever began it. Until then it takes the place
 * of another.
 */
public final class InvoiceExport {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceExport.class);

    private final ExportQueries queries;
    private final ExportQuery query;
    private final long size;
    private final Runnable placeFree;
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;
    private boolean begun;

    InvoiceExport(ExportQueries queries, ExportQuery query, long size, Runnable placeFree) {
        this.queries = queries;
        this.query = query;
        this.size = size;
        this.placeFree = placeFree;
    }

    /** How many invoices there were when it was allowed. */
    public long size() {
        return size;
    }

    /**
     * Hands over every invoice in order, as they are at this moment; takes as long as the receiver takes with them.
     *
     * @throws ExportCancelled where {@link #cancel} was called, before or meanwhile, or where it has been read before
     * @throws ExportTooSlow where the receiver keeps others waiting for too long
     */
    public void read(Consumer<InvoiceRow> receiver) {
        begin();
        var end = queries.latestEnd();
        try {
            queries.read(query, this::runs, row -> {
                goOn();
                if (queries.isPast(end)) {
                    throw new ExportTooSlow();
                }
                receiver.accept(row);
            });
        } catch (RuntimeException failure) {
            // A statement that is cancelled fails in the words of the database.
            goOn();
            throw failure;
        } finally {
            running = null;
            placeFree.run();
        }
    }

    /** Ends the reading, and the database's work for it; does nothing where it has ended. */
    public void cancel() {
        if (neverBegins()) {
            placeFree.run();
        }
        var statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.warn("The database was not told of a cancelled export, which ends with its next row", e);
            }
        }
    }

    private synchronized void begin() {
        if (begun) {
            throw new ExportCancelled();
        }
        begun = true;
    }

    private synchronized boolean neverBegins() {
        cancelled = true;
        var first = !begun;
        begun = true;
        return first;
    }

    private void runs(Statement statement) {
        running = statement;
        goOn();
    }

    private void goOn() {
        if (cancelled) {
            throw new ExportCancelled();
        }
    }
}
