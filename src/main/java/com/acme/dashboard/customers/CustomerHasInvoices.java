package com.acme.dashboard.customers;

/** The customer has invoices and has therefore not been deleted. */
public final class CustomerHasInvoices extends RuntimeException {

    /** The foreign key by which invoices have customers. */
    public static final String FOREIGN_KEY = "invoices_customer_id_customers_id_fk";

    private final long count;

    CustomerHasInvoices(long count) {
        super("The customer has invoices: " + count);
        this.count = count;
    }

    /** How many there are. */
    public long count() {
        return count;
    }
}
