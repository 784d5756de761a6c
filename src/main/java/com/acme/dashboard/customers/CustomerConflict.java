package com.acme.dashboard.customers;

/**
 * Someone else has saved the customer since the draft was read; nothing has been stored. To take theirs, go on with
 * {@link #theirs()}; to overwrite, save the own draft {@linkplain CustomerDraft#withVersion with their version}.
 */
public final class CustomerConflict extends RuntimeException {

    private final transient CustomerDraft theirs;

    CustomerConflict(CustomerDraft theirs) {
        super("The customer has been changed meanwhile");
        this.theirs = theirs;
    }

    /** The customer as it is stored now. */
    public CustomerDraft theirs() {
        return theirs;
    }
}
