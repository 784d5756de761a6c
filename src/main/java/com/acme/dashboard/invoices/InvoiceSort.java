package com.acme.dashboard.invoices;

import com.acme.dashboard.common.SortParameter;
import java.util.Optional;
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

    private static final SortParameter<InvoiceSort> PARAMETER = new SortParameter<>(InvoiceSort.class, DEFAULT);

    /** The name in a {@link Sort} and in the URL, such as {@code date}. */
    public String property() {
        return SortParameter.property(this);
    }

    /** Reads {@code date,desc} or {@code amount}; what is missing or malformed becomes {@link #DEFAULT}. */
    public static Sort ofParameter(@Nullable String parameter) {
        return PARAMETER.read(parameter);
    }

    /** The value of the URL's {@code sort} for the first order that is known here; empty for {@link #DEFAULT}. */
    public static Optional<String> toParameter(Sort sort) {
        return PARAMETER.write(sort);
    }

    /** The constant with that {@link #property()}. */
    static Optional<InvoiceSort> ofProperty(String property) {
        return PARAMETER.find(property);
    }
}
