package com.acme.dashboard.customers;

/** The customer has been deleted meanwhile; nothing has been stored. */
public final class CustomerGone extends RuntimeException {

    CustomerGone() {
        super("The customer has been deleted meanwhile");
    }
}
