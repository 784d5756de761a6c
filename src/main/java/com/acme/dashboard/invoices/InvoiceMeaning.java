package com.acme.dashboard.invoices;

import java.util.stream.Stream;

/** One way to read a query: the conditions, and the customers who meet theirs. */
record InvoiceMeaning(InvoiceCriteria criteria, InvoiceCustomers customers) {

    /** One after the other is in the order of the status, without sorting. */
    Stream<InvoiceMeaning> byStatus() {
        return criteria.statuses().stream()
                .flatMap(status -> criteria.withStatus(status).stream())
                .map(ofStatus -> new InvoiceMeaning(ofStatus, customers));
    }
}
