package com.acme.dashboard.customers;

import com.acme.dashboard.common.SortParameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** What customers can be sorted by. A {@link Sort} names it by its {@link #property()}; the URL says {@code paid,desc}. */
public enum CustomerSort {
    NAME("lower(c.name)", false),
    EMAIL("lower(c.email)", false),
    INVOICES("coalesce(t.invoices, 0)", true),
    PENDING("coalesce(t.pending, 0)", true),
    PAID("coalesce(t.paid, 0)", true);

    /** By name. */
    public static final Sort DEFAULT = Sort.by(Sort.Direction.ASC, NAME.property());

    private static final SortParameter<CustomerSort> PARAMETER = new SortParameter<>(CustomerSort.class, DEFAULT);

    private final String sql;
    private final boolean ofTotal;

    CustomerSort(String sql, boolean ofTotal) {
        this.sql = sql;
        this.ofTotal = ofTotal;
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
        var order = known(sort);
        return order == null ? NAME.orderBy("asc") : of(order).orderBy(order.isAscending() ? "asc" : "desc");
    }

    /** Whether {@link #orderBy} depends on the totals. */
    static boolean isByTotal(Sort sort) {
        var order = known(sort);
        return order != null && of(order).ofTotal;
    }

    private String orderBy(String way) {
        return ofTotal ? "%s %s, lower(c.name), c.id".formatted(sql, way) : "%s %2$s, c.id %2$s".formatted(sql, way);
    }

    private static Sort.@Nullable Order known(Sort sort) {
        return sort.stream()
                .filter(order -> PARAMETER.find(order.getProperty()).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static CustomerSort of(Sort.Order order) {
        return PARAMETER.find(order.getProperty()).orElse(NAME);
    }
}
