package com.acme.dashboard.invoices;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** What invoices can be sorted by. A {@link Sort} names it by its {@link #property()}; the URL says {@code date,desc}. */
public enum InvoiceSort {
    CUSTOMER,
    EMAIL,
    AMOUNT,
    DATE,
    STATUS;

    /** Newest first. */
    public static final Sort DEFAULT = Sort.by(Sort.Direction.DESC, DATE.property());

    /** The name in a {@link Sort} and in the URL, such as {@code date}. */
    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code date,desc} or {@code amount}; what is missing or malformed becomes {@link #DEFAULT}. */
    public static Sort ofParameter(@Nullable String parameter) {
        if (parameter == null) {
            return DEFAULT;
        }
        var parts = parameter.split(",", 2);
        var direction = parts.length == 1 ? Optional.of(Sort.Direction.ASC) : direction(parts[1]);
        return ofProperty(parts[0])
                .flatMap(sort -> direction.map(way -> Sort.by(way, sort.property())))
                .orElse(DEFAULT);
    }

    /** The value of the URL's {@code sort} for the first order that is known here; empty for {@link #DEFAULT}. */
    public static Optional<String> toParameter(Sort sort) {
        return sort.stream()
                .filter(order -> ofProperty(order.getProperty()).isPresent())
                .findFirst()
                .filter(order -> !Sort.by(order).equals(DEFAULT))
                .map(order ->
                        order.getProperty() + "," + order.getDirection().name().toLowerCase(Locale.ROOT));
    }

    /** The constant with that {@link #property()}. */
    static Optional<InvoiceSort> ofProperty(String property) {
        return Stream.of(values())
                .filter(sort -> sort.property().equals(property))
                .findFirst();
    }

    private static Optional<Sort.Direction> direction(String text) {
        return Sort.Direction.fromOptionalString(text);
    }
}
