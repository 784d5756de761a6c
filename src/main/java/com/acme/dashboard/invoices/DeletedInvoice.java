package com.acme.dashboard.invoices;

/** An invoice that has just been deleted: all that {@link InvoiceService#restoreAll} needs to bring it back with its id. */
public record DeletedInvoice(Invoice invoice) {}
