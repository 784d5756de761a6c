package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.form.WayBack;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerSort;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Sort;

/**
 * What the list shows, as it stands in the URL. The links to a customer's page and to the forms carry it along, so that
 * they lead back to the same list even after a reload.
 */
record CustomerListState(CustomerFilter filter, Sort sort) {

    static final String PATH = "dashboard/customers";

    /**
     * Where an invoice is created for a customer.
     *
     * @param back the address that saving and cancelling lead back to
     */
    static String invoiceFor(UUID customer, String back) {
        return "dashboard/invoices/create"
                + new WayBack(back).toQuery(QueryParameters.of("customer", customer.toString()));
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

    /** The address of the list. */
    String address() {
        return PATH + toQuery();
    }

    /** The address of a customer's page. */
    String addressOf(UUID customer) {
        return PATH + "/" + customer + toQuery();
    }

    /** The address of the form for a customer that leads back to the list. */
    String formOf(UUID customer) {
        return PATH + "/" + customer + "/edit" + toQuery();
    }

    /** The address of the form for a customer that leads back to the customer's page. */
    String formFromPageOf(UUID customer) {
        return PATH + "/" + customer + "/edit" + new WayBack(addressOf(customer)).toQuery(toQueryParameters());
    }

    CustomerListState with(CustomerFilter newFilter) {
        return new CustomerListState(newFilter, sort);
    }

    CustomerListState with(Sort newSort) {
        return new CustomerListState(filter, newSort);
    }
}
