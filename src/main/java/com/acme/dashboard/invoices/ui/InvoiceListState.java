package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.form.WayBack;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceSort;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.data.domain.Sort;

/**
 * What the list shows, as it stands in the URL. The links to the forms carry it along, so that saving leads back to the
 * same list even after a reload.
 */
record InvoiceListState(InvoiceFilter filter, Sort sort) {

    static final String PATH = "dashboard/invoices";

    /** Reads the state; unknown and malformed values are ignored. */
    static InvoiceListState of(QueryParameters parameters) {
        return new InvoiceListState(
                InvoiceFilter.ofQueryParameters(parameters.getParameters()),
                InvoiceSort.ofParameter(parameters.getSingleParameter("sort").orElse(null)));
    }

    /**
     * Where the form of an invoice leads back to: a customer's page or the list of customers where its link came from
     * there, else the list of invoices with what it showed.
     */
    static String wayBack(QueryParameters parameters) {
        return WayBack.of(parameters, "dashboard/customers")
                .map(WayBack::address)
                .orElseGet(() -> of(parameters).address());
    }

    QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>(filter.toQueryParameters());
        InvoiceSort.toParameter(sort).ifPresent(value -> parameters.put("sort", List.of(value)));
        return new QueryParameters(parameters);
    }

    /** What a link appends: empty, or {@code ?status=paid}. */
    String toQuery() {
        var query = toQueryParameters().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The address of the list. */
    String address() {
        return PATH + toQuery();
    }

    InvoiceListState with(InvoiceFilter newFilter) {
        return new InvoiceListState(newFilter, sort);
    }

    InvoiceListState with(Sort newSort) {
        return new InvoiceListState(filter, newSort);
    }
}
