package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Writes the SQL that reads all rows of a list with what the screens show of them, in order. */
final class InvoiceRowsSql {

    private final InvoiceOrder order;
    private final SqlConditions conditions = new SqlConditions();

    InvoiceRowsSql(InvoiceOrder order) {
        this.order = order;
    }

    Map<String, Object> parameters() {
        return conditions.parameters();
    }

    /** The rows of all that meet one of the meanings. */
    String all(Collection<InvoiceCriteria> meanings) {
        return all(
                meanings.isEmpty()
                        ? "false"
                        : meanings.stream().map(this::meets).collect(joining(" or ")));
    }

    /** The rows of all that have one of the ids. */
    String allOf(Collection<UUID> ids) {
        return all("i.id = any (%s)".formatted(conditions.ids(ids)));
    }

    private String all(String condition) {
        return """
               select id, customer_id, name, email, image_url, amount, date, status, version
               from (select i.id, i.customer_id, c.name, c.email, c.image_url, i.amount, i.date, i.status, i.version,
                            %s as customer_key
                     from invoices i
                     join customers c on c.id = i.customer_id
                     where %s) found
               order by %s
               """.formatted(order.customerKey(), condition, order.by());
    }

    private String meets(InvoiceCriteria criteria) {
        var whose =
                criteria.customerId() == null ? "" : " and i.customer_id = " + conditions.bind(criteria.customerId());
        var words =
                criteria.customerWords().isEmpty() ? "" : " and " + conditions.customerHasAll(criteria.customerWords());
        return "(status in (%s) %s %s %s %s)"
                .formatted(
                        SqlConditions.statuses(criteria),
                        whose,
                        words,
                        conditions.amounts(criteria),
                        conditions.dates(criteria));
    }
}
