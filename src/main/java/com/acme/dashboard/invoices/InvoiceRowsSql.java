package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.UUID;

/** Writes the SQL that reads all rows of a list with what the screens show of them, in order or to be counted. */
final class InvoiceRowsSql {

    private final InvoiceOrder order;
    private final SqlConditions conditions = new SqlConditions();

    InvoiceRowsSql(InvoiceOrder order) {
        this.order = order;
    }

    /** All that meet one of the meanings. */
    InvoiceRowsQuery all(Collection<InvoiceCriteria> meanings) {
        return all(meetsOneOf(meanings));
    }

    /** All that have one of the ids. */
    InvoiceRowsQuery allOf(Collection<UUID> ids) {
        return all(hasOneOf(ids));
    }

    /** All that have one of the ids and meet one of the meanings. */
    InvoiceRowsQuery allOf(Collection<UUID> ids, Collection<InvoiceCriteria> meanings) {
        return all("%s and (%s)".formatted(hasOneOf(ids), meetsOneOf(meanings)));
    }

    private InvoiceRowsQuery all(String condition) {
        var from = "from invoices i join customers c on c.id = i.customer_id where " + condition;
        var rows = """
                   select id, customer_id, name, email, image_url, amount, date, status, version
                   from (select i.id, i.customer_id, c.name, c.email, c.image_url, i.amount, i.date, i.status, i.version,
                                %s as customer_key
                         %s) found
                   order by %s
                   """.formatted(order.customerKey(), from, order.by());
        return new InvoiceRowsQuery(rows, "select count(*) as found " + from, conditions.parameters());
    }

    private String hasOneOf(Collection<UUID> ids) {
        return "i.id = any (%s)".formatted(conditions.ids(ids));
    }

    private String meetsOneOf(Collection<InvoiceCriteria> meanings) {
        return meanings.isEmpty() ? "false" : meanings.stream().map(this::meets).collect(joining(" or "));
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
