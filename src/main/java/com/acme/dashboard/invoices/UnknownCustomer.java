package com.acme.dashboard.invoices;

/** The customer of the invoice does not exist, or has been deleted meanwhile; nothing has been stored. */
public final class UnknownCustomer extends RuntimeException {

    UnknownCustomer() {
        super("The customer does not exist any more");
    }
}
