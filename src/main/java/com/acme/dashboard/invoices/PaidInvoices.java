package com.acme.dashboard.invoices;

import java.util.Map;
import java.util.UUID;

/**
 * The invoices that one {@link InvoiceService#markPaid} has changed, each with the version that it got: all that
 * {@link InvoiceService#undoMarkPaid} needs.
 */
public record PaidInvoices(Map<UUID, Long> versions) {

    public PaidInvoices {
        versions = Map.copyOf(versions);
    }

    /** How many were pending and are paid now. */
    public int count() {
        return versions.size();
    }
}
