package com.acme.dashboard.customers.ui;

import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerSort;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Sort;

/**
 * What the list shows, as it stands in the URL. The links to the forms carry it along, so that saving leads back to the
 * same list even after a reload.
 */
record CustomerListState(CustomerFilter filter, Sort sort) {

    static final String PATH = "dashboard/customers";

    /** Where an invoice is created for a customer. */
    static String invoiceFor(UUID customer) {
        return "dashboard/invoices/create?customer=" + customer;
    }

    /** Reads the state; unknown and malformed values are ignored. */
    static CustomerListState of(QueryParameters parameters) {
        return new CustomerListState(
                CustomerFilter.ofQueryParameters(parameters.getParameters()),
                CustomerSort.ofParameter(parameters.getSingleParameter("sort").orElse(null)));
    }

    QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>(filter.toQueryParameters());
        CustomerSort.toParameter(sort).ifPresent(value -> parameters.put("sort", List.of(value)));
        return new QueryParameters(parameters);
    }

    /** What a link appends: empty, or {@code ?sort=paid,desc}. */
    String toQuery() {
        var query = toQueryParameters().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    CustomerListState with(CustomerFilter newFilter) {
        return new CustomerListState(newFilter, sort);
    }

    CustomerListState with(Sort newSort) {
        return new CustomerListState(filter, newSort);
    }
}
