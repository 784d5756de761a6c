package com.acme.dashboard.invoices;

import com.acme.dashboard.common.export.ExportRun;
import java.util.function.Consumer;

/** One export of invoices, from the moment it was allowed: read once, or cancelled by whoever began it. */
public final class InvoiceExport {

    private final ExportQueries queries;
    private final InvoiceRowsQuery query;
    private final long size;
    private final ExportRun run;

    InvoiceExport(ExportQueries queries, InvoiceRowsQuery query, long size, ExportRun run) {
        this.queries = queries;
        this.query = query;
        this.size = size;
        this.run = run;
    }

    /** How many invoices there were when it was allowed. */
    public long size() {
        return size;
    }

    /**
     * Hands over every invoice in order, as they are at this moment; takes as long as the receiver takes with them.
     *
     * @throws com.acme.dashboard.common.export.ExportCancelled where {@link #cancel} was called, before or meanwhile, or where
     *     it has been read before
     * @throws com.acme.dashboard.common.export.ExportNotFetched where others needed its place before anybody came for it
     * @throws com.acme.dashboard.common.export.ExportTooSlow where the receiver keeps others waiting for too long
     */
    public void read(Consumer<InvoiceRow> receiver) {
        run.read(() -> queries.read(query, run::runs, row -> {
            run.goOn();
            receiver.accept(row);
        }));
    }

    /** Ends the reading, and the database's work for it; does nothing where it has ended. */
    public void cancel() {
        run.cancel();
    }
}
