package com.acme.dashboard.invoices.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the form of an invoice leads back to: the list of invoices with what it showed, or, where its link came from
 * there, a customer's page or the list of customers, whose address stands in {@code ?return=}.
 */
final class WayBack {

    private static final String PARAMETER = "return";

    private static final Pattern CUSTOMERS = Pattern.compile("dashboard/customers(/[0-9a-fA-F-]{36})?");

    private WayBack() {}

    /** What a link to the form appends so that it leads back to that address. */
    static String toQuery(String address) {
        return "?" + QueryParameters.of(PARAMETER, address).getQueryString();
    }

    /** Reads the address; any other than those is ignored. */
    static String of(QueryParameters parameters) {
        return parameters
                .getSingleParameter(PARAMETER)
                .flatMap(WayBack::toCustomers)
                .orElseGet(() -> InvoiceListState.of(parameters).address());
    }

    private static Optional<String> toCustomers(String address) {
        var parts = address.split("\\?", 2);
        if (!CUSTOMERS.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        try {
            var query = QueryParameters.fromString(parts.length == 1 ? "" : parts[1])
                    .getQueryString();
            return Optional.of(query.isEmpty() ? parts[0] : parts[0] + "?" + query);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
