package com.acme.dashboard.invoices.export;

import com.acme.dashboard.invoices.InvoiceRow;

/**
 * A file of invoices that is being written to a stream, which it does not close. Unless it is finished it is not whole, and
 * does not look so.
 */
public interface InvoiceFile {

    /** Adds an invoice; throws {@link java.io.UncheckedIOException} where the stream takes no more. */
    void add(InvoiceRow invoice);

    /** Writes the end; throws {@link java.io.UncheckedIOException} where the stream takes no more. */
    void finish();
}
