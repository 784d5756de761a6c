package com.acme.dashboard.customers;

import com.acme.dashboard.common.SortParameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** What customers can be sorted by. A {@link Sort} names it by its {@link #property()}; the URL says {@code paid,desc}. */
public enum CustomerSort {
    NAME("lower(c.name)"),
    EMAIL("lower(c.email)"),
    INVOICES("coalesce(t.invoices, 0)"),
    PENDING("coalesce(t.pending, 0)"),
    PAID("coalesce(t.paid, 0)");

    /** By name. */
    public static final Sort DEFAULT = Sort.by(Sort.Direction.ASC, NAME.property());

    private static final SortParameter<CustomerSort> PARAMETER = new SortParameter<>(CustomerSort.class, DEFAULT);

    private final String sql;

    CustomerSort(String sql) {
        this.sql = sql;
    }

    /** The name in a {@link Sort} and in the URL, such as {@code paid}. */
    public String property() {
        return SortParameter.property(this);
    }

    /** Reads {@code paid,desc} or {@code email}; what is missing or malformed becomes {@link #DEFAULT}. */
    public static Sort ofParameter(@Nullable String parameter) {
        return PARAMETER.read(parameter);
    }

    /** The value of the URL's {@code sort} for the first order that is known here; empty for {@link #DEFAULT}. */
    public static Optional<String> toParameter(Sort sort) {
        return PARAMETER.write(sort);
    }

    /**
     * What stands after {@code order by} for customers {@code c} with totals {@code t}: the first order of the sort that
     * is known, else by name. Customers of the same total are in the order of their names, and the id makes every row's
     * place certain.
     */
    static String orderBy(Sort sort) {
        for (var order : sort) {
            var known = PARAMETER.find(order.getProperty());
            if (known.isPresent()) {
                return known.get().orderBy(order.isAscending() ? "asc" : "desc");
            }
        }
        return NAME.orderBy("asc");
    }

    private String orderBy(String way) {
        return switch (this) {
            case NAME, EMAIL -> "%s %2$s, c.id %2$s".formatted(sql, way);
            case INVOICES, PENDING, PAID -> "%s %s, lower(c.name), c.id".formatted(sql, way);
        };
    }
}
