package com.acme.dashboard.invoices;

import com.acme.dashboard.common.SearchWords;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices a list shows: those that match all that is given. Dates are inclusive; given the wrong way round they
 * are swapped. The customer is not a query parameter: a customer's page has it in its path.
 */
public record InvoiceFilter(
        String query,
        @Nullable InvoiceStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID customerId) {

    /** Every invoice. */
    public static final InvoiceFilter NONE = new InvoiceFilter("", null, null, null, null);

    public InvoiceFilter {
        query = SearchWords.cut(query);
        if (from != null && to != null && from.isAfter(to)) {
            var earlier = to;
            to = from;
            from = earlier;
        }
    }

    /** Reads {@code query}, {@code status}, {@code from} and {@code to}; what is unknown or malformed is ignored. */
    public static InvoiceFilter ofQueryParameters(Map<String, List<String>> parameters) {
        return new InvoiceFilter(
                first(parameters, "query").orElse(""),
                first(parameters, "status").flatMap(InvoiceStatus::ofText).orElse(null),
                first(parameters, "from").flatMap(InvoiceFilter::date).orElse(null),
                first(parameters, "to").flatMap(InvoiceFilter::date).orElse(null),
                null);
    }

    /** The parameters that {@link #ofQueryParameters} reads, without those that are not set. */
    public Map<String, List<String>> toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!query.isEmpty()) {
            parameters.put("query", List.of(query));
        }
        if (status != null) {
            parameters.put("status", List.of(status.text()));
        }
        if (from != null) {
            parameters.put("from", List.of(from.toString()));
        }
        if (to != null) {
            parameters.put("to", List.of(to.toString()));
        }
        return parameters;
    }

    /** Whether every invoice matches. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** This filter with another query. */
    public InvoiceFilter withQuery(String newQuery) {
        return new InvoiceFilter(newQuery, status, from, to, customerId);
    }

    /** This filter with another status, or any. */
    public InvoiceFilter withStatus(@Nullable InvoiceStatus newStatus) {
        return new InvoiceFilter(query, newStatus, from, to, customerId);
    }

    /** This filter with other dates, either of which may be open. */
    public InvoiceFilter withDates(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
        return new InvoiceFilter(query, status, newFrom, newTo, customerId);
    }

    /** This filter for the invoices of one customer, or of all. */
    public InvoiceFilter withCustomer(@Nullable UUID newCustomerId) {
        return new InvoiceFilter(query, status, from, to, newCustomerId);
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            // Java also reads years of more than four digits, which the database does not.
            return text.length() == "2024-12-06".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
