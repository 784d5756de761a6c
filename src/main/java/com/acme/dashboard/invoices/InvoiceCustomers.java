package com.acme.dashboard.invoices;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whose invoices are meant. */
sealed interface InvoiceCustomers {

    /** Everyone's. */
    record All() implements InvoiceCustomers {}

    /** Those of a few customers, who have been looked up. */
    record Listed(List<UUID> ids) implements InvoiceCustomers {}

    /** Those of customers who match the words, and who are too many to be listed. */
    record Matching(Set<String> words) implements InvoiceCustomers {}
}
