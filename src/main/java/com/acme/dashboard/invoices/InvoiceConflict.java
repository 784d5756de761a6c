package com.acme.dashboard.invoices;

/**
 * Someone else has saved the invoice since the draft was read; nothing has been stored. To take theirs, go on with
 * {@link #theirs()}; to overwrite, save the own draft {@linkplain InvoiceDraft#withVersion with their version}. Compared
 * with the draft as it was read, {@link InvoiceDraft#differences} tells field by field who changed what.
 */
public final class InvoiceConflict extends RuntimeException {

    private final transient InvoiceDraft theirs;

    InvoiceConflict(InvoiceDraft theirs) {
        super("The invoice has been changed meanwhile");
        this.theirs = theirs;
    }

    /** The invoice as it is stored now. */
    public InvoiceDraft theirs() {
        return theirs;
    }
}
