package com.acme.dashboard.invoices.export;

import java.io.OutputStream;
import java.time.LocalDate;

/** A kind of file that invoices are exported to. */
public enum FileFormat {
    CSV("csv", "text/csv;charset=utf-8", Long.MAX_VALUE) {
        @Override
        public InvoiceFile write(OutputStream stream, FileWords words) {
            return new CsvFile(stream, words);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile.MOST_INVOICES) {
        @Override
        public InvoiceFile write(OutputStream stream, FileWords words) {
            return new XlsxFile(stream, words);
        }
    };

    private final String extension;
    private final String mediaType;
    private final long mostInvoices;

    FileFormat(String extension, String mediaType, long mostInvoices) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.mostInvoices = mostInvoices;
    }

    /** Begins a file; throws {@link java.io.UncheckedIOException} where the stream takes nothing. */
    public abstract InvoiceFile write(OutputStream stream, FileWords words);

    /** The media type for HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** How many invoices a file can hold. */
    public long mostInvoices() {
        return mostInvoices;
    }

    /** The name of a file made on that day, such as {@code invoices-2026-11-22.csv}. */
    public String fileName(LocalDate day) {
        return "invoices-" + day + "." + extension;
    }
}
