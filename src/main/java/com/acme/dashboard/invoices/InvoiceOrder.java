package com.acme.dashboard.invoices;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;

/** The order of a list in SQL. It is total: the id at its end makes every row's place certain. */
record InvoiceOrder(InvoiceSort sort, Direction direction, boolean backwards) {

    /** Newest first. */
    static final InvoiceOrder BY_DATE = new InvoiceOrder(InvoiceSort.DATE, Direction.DESC, false);

    /** The first order of the sort that is known; newest first where there is none. */
    static InvoiceOrder of(Sort sort) {
        for (var order : sort) {
            var known = InvoiceSort.ofProperty(order.getProperty());
            if (known.isPresent()) {
                return new InvoiceOrder(known.get(), order.getDirection(), false);
            }
        }
        return BY_DATE;
    }

    /** The same order from its end. */
    InvoiceOrder reversed() {
        return new InvoiceOrder(sort, direction, !backwards);
    }

    /** Whether it depends on the customer. */
    boolean byCustomer() {
        return sort == InvoiceSort.CUSTOMER || sort == InvoiceSort.EMAIL;
    }

    /** What rows must have to be put in this order. */
    String columns() {
        return switch (sort) {
            case CUSTOMER, EMAIL -> "customer_key, customer_id, date, id";
            case AMOUNT -> "amount, date, id";
            case DATE -> "date, id";
            case STATUS -> "status, date, id";
        };
    }

    /** What stands after {@code order by} for rows with the {@link #columns}. */
    String by() {
        return switch (sort) {
            case CUSTOMER, EMAIL ->
                "customer_key %1$s, customer_id %1$s, %2$s".formatted(way(direction), newestFirst());
            default -> columns().replace(",", " " + way(direction) + ",") + " " + way(direction);
        };
    }

    /** What stands after {@code order by} among invoices that differ neither in status nor in customer. */
    String byWithinStatus() {
        return switch (sort) {
            case CUSTOMER, EMAIL -> newestFirst();
            case AMOUNT -> "amount %1$s, date %1$s, id %1$s".formatted(way(direction));
            case DATE, STATUS -> "date %1$s, id %1$s".formatted(way(direction));
        };
    }

    /** The {@link #columns} taken from customers {@code c} and from invoices of that alias. */
    String columnsOf(String invoices) {
        return byCustomer()
                ? "%1$s as customer_key, %2$s.customer_id, %2$s.date, %2$s.id".formatted(customerKey(), invoices)
                : columns().replaceAll("\\w+", invoices + ".$0");
    }

    /** What the customers {@code c} are sorted by, if they are. */
    String customerKey() {
        return sort == InvoiceSort.EMAIL ? "lower(c.email)" : "lower(c.name)";
    }

    private String newestFirst() {
        return "date %1$s, id %1$s".formatted(way(Direction.DESC));
    }

    private String way(Direction wanted) {
        return wanted.isAscending() == backwards ? "desc" : "asc";
    }
}
