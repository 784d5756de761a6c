package com.acme.dashboard.invoices;

import com.acme.dashboard.common.SearchWords;
import com.acme.dashboard.invoices.InvoiceCustomers.All;
import com.acme.dashboard.invoices.InvoiceCustomers.Listed;
import com.acme.dashboard.invoices.InvoiceCustomers.Matching;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out what a query can mean, given the customers that there are. */
final class InvoiceMeanings {

    /** So many customers are named one by one; more are described by what they match. */
    private static final int LISTED_CUSTOMERS = 1_000;

    private final JdbcClient jdbc;

    InvoiceMeanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the filter can mean; an invoice is found if it meets one of them. */
    List<InvoiceMeaning> of(InvoiceFilter filter) {
        var meanings = InvoiceSearch.of(filter.query()).meanings(InvoiceCriteria.of(filter), this::isKnownToCustomers);
        // Several meanings mostly ask for the same customers.
        var customers = new HashMap<Set<String>, Optional<InvoiceCustomers>>();
        return meanings.stream()
                .flatMap(criteria -> customers
                        .computeIfAbsent(criteria.customerWords(), _ -> customers(criteria))
                        .map(whose -> new InvoiceMeaning(criteria, whose))
                        .stream())
                .toList();
    }

    /** Whose invoices can meet the criteria; empty where there is no such customer. */
    private Optional<InvoiceCustomers> customers(InvoiceCriteria criteria) {
        if (criteria.customerWords().isEmpty() && criteria.customerId() == null) {
            return Optional.of(new All());
        }
        var ids = ids(criteria, LISTED_CUSTOMERS + 1);
        if (ids.size() > LISTED_CUSTOMERS) {
            return Optional.of(new Matching(criteria.customerWords()));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Listed(ids));
    }

    private List<UUID> ids(InvoiceCriteria criteria, int limit) {
        var conditions = new SqlConditions();
        var id = criteria.customerId() == null ? "true" : "c.id = " + conditions.bind(criteria.customerId());
        var words = criteria.customerWords().isEmpty() ? "true" : conditions.customerHasAll(criteria.customerWords());
        return jdbc.sql("select c.id from customers c where %s and %s limit %d".formatted(id, words, limit))
                .params(conditions.parameters())
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .list();
    }

    private boolean isKnownToCustomers(String word) {
        return jdbc.sql("select exists (select from customers c where %s)"
                        .formatted(SqlConditions.customerHas(":pattern")))
                .param("pattern", SearchWords.likePattern(word))
                .query((rows, _) -> rows.getBoolean(1))
                .single();
    }
}
