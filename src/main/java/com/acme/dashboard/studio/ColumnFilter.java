package com.acme.dashboard.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.dashboard.common.Characters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition that rows must meet.
 *
 * @param value as it was typed; empty where the operator takes none
 */
public record ColumnFilter(String column, Operator operator, String value) {

    /** What a value may have of characters; the rest is cut off. */
    public static final int LONGEST_VALUE = 500;

    public ColumnFilter {
        value = operator.takesValue() ? Characters.first(value, LONGEST_VALUE) : "";
    }

    /** Reads {@code at-least,amount,100}, the column percent-encoded; empty where it is malformed. */
    public static Optional<ColumnFilter> ofParameter(String parameter) {
        var parts = parameter.split(",", 3);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            var column = URLDecoder.decode(parts[1], UTF_8);
            return Stream.of(Operator.values())
                    .filter(operator -> operator.id().equals(parts[0]))
                    .filter(operator -> !operator.takesValue() || parts.length == 3)
                    .map(operator -> new ColumnFilter(column, operator, operator.takesValue() ? parts[2] : ""))
                    .findFirst();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The value of the URL's parameter {@code filter}. */
    public String toParameter() {
        var head = operator.id() + "," + URLEncoder.encode(column, UTF_8);
        return operator.takesValue() ? head + "," + value : head;
    }
}
