package com.acme.dashboard.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/** The column by which rows are sorted; those without a value come last. */
public record RowSort(String column, boolean descending) {

    /** Reads {@code amount} or {@code amount,desc}, the column percent-encoded; empty where it is malformed. */
    public static Optional<RowSort> ofParameter(String parameter) {
        var parts = parameter.split(",", 2);
        var direction = parts.length == 1 ? "asc" : parts[1];
        if (parts[0].isEmpty() || !(direction.equals("asc") || direction.equals("desc"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RowSort(URLDecoder.decode(parts[0], UTF_8), direction.equals("desc")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The value of the URL's parameter {@code sort}. */
    public String toParameter() {
        return URLEncoder.encode(column, UTF_8) + (descending ? ",desc" : "");
    }
}
