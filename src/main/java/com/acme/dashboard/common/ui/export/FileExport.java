package com.acme.dashboard.common.ui.export;

import java.io.OutputStream;
import java.util.OptionalLong;

/** What a person has asked to be exported: a file that is written once, row by row, unless it is cancelled. */
public interface FileExport {

    /** What the file is called. */
    String fileName();

    /** As {@code Content-Type} takes it. */
    String mediaType();

    /** How many rows there are, about; empty where nobody knows. */
    OptionalLong rows();

    /** What the keys of the texts begin with that tell of it, such as {@code invoices.export}. */
    String textKey();

    /**
     * Writes the file; takes as long as the receiver takes with it.
     *
     * @param rowWritten hears of each row
     * @throws com.acme.dashboard.common.export.ExportCancelled where it was cancelled
     * @throws com.acme.dashboard.common.export.ExportTooLarge where the next rows are larger than may be in memory
     * @throws com.acme.dashboard.common.export.ExportNotFetched where others needed its place before anybody came for it
     * @throws com.acme.dashboard.common.export.ExportTooSlow where it has taken longer than any may
     * @throws java.io.UncheckedIOException where the receiver has gone
     */
    void write(OutputStream receiver, Runnable rowWritten);

    /** Ends it; does nothing where it has ended. */
    void cancel();
}
