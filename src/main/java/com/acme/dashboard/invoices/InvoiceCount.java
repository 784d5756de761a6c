package com.acme.dashboard.invoices;

/** How many invoices a list has: exact, or {@link #CAP} and capped where there are more than that. */
public record InvoiceCount(long value, boolean capped) {

    /** Up to here a filtered list is counted exactly. */
    public static final int CAP = 10_000;

    static InvoiceCount exactly(long value) {
        return new InvoiceCount(value, false);
    }

    static InvoiceCount upToCap(long counted) {
        return counted > CAP ? new InvoiceCount(CAP, true) : new InvoiceCount(counted, false);
    }
}
