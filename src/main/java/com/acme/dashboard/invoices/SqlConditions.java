package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.SearchWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes criteria as SQL conditions, and collects the parameters as it writes. */
final class SqlConditions {

    private final Map<String, Object> parameters = new HashMap<>();

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The statuses as literals with commas between them. */
    static String statuses(InvoiceCriteria criteria) {
        return criteria.statuses().stream()
                .map(status -> "'" + status.text() + "'")
                .collect(joining(", "));
    }

    /** That the amount is one of those wanted, after {@code and}; nothing where any will do. */
    String amounts(InvoiceCriteria criteria) {
        var cents = criteria.cents();
        if (cents == null) {
            return "";
        }
        return cents.least() == cents.most()
                ? " and amount = " + bind(cents.least())
                : " and amount between %s and %s".formatted(bind(cents.least()), bind(cents.most()));
    }

    /** That the date is one of those wanted, after {@code and}; nothing where any will do. */
    String dates(InvoiceCriteria criteria) {
        return (criteria.from() == null ? "" : " and date >= " + bind(criteria.from()))
                + (criteria.to() == null ? "" : " and date <= " + bind(criteria.to()));
    }

    /** That a customer {@code c} has all the words in the name or email. */
    String customerHasAll(Set<String> words) {
        return words.stream()
                .map(word -> customerHas(bind(SearchWords.likePattern(word))))
                .collect(joining(" and "));
    }

    /** That a customer {@code c} has a word in the name or email; change set 0013 has its index. */
    static String customerHas(String pattern) {
        return "c.search_text like search_text(%s)".formatted(pattern);
    }

    /** An array of ids. */
    String ids(Collection<UUID> ids) {
        return "cast(%s as uuid[])"
                .formatted(bind(ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    String bind(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
