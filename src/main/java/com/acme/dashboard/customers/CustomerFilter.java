package com.acme.dashboard.customers;

import com.acme.dashboard.common.SearchWords;
import java.util.List;
import java.util.Map;

/** Which customers a list shows: those whose name or email contains every word of the query. */
public record CustomerFilter(String query) {

    /** Every customer. */
    public static final CustomerFilter NONE = new CustomerFilter("");

    public CustomerFilter {
        query = SearchWords.cut(query);
    }

    /** Reads {@code query}. */
    public static CustomerFilter ofQueryParameters(Map<String, List<String>> parameters) {
        return new CustomerFilter(
                parameters.getOrDefault("query", List.of()).stream().findFirst().orElse(""));
    }

    /** The parameters that {@link #ofQueryParameters} reads, without those that are not set. */
    public Map<String, List<String>> toQueryParameters() {
        return isEmpty() ? Map.of() : Map.of("query", List.of(query));
    }

    /** Whether every customer matches. */
    public boolean isEmpty() {
        return query.isEmpty();
    }
}
