package com.acme.dashboard.invoices;

/** The invoice has been deleted meanwhile; nothing has been stored. */
public final class InvoiceGone extends RuntimeException {

    InvoiceGone() {
        super("The invoice has been deleted meanwhile");
    }
}
