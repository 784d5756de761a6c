package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.SearchWords;
import com.acme.dashboard.invoices.InvoiceCustomers.All;
import com.acme.dashboard.invoices.InvoiceCustomers.Listed;
import com.acme.dashboard.invoices.InvoiceCustomers.Matching;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the SQL that finds the invoices of one list, for the indexes of change set 0011: the work depends on the rows
 * that are asked for, not on the size of the table. Collects the parameters as it writes.
 *
 * <p>A {@code lateral} with a {@code limit} makes PostgreSQL go to the index once for each customer, status or amount and
 * stop there, whatever its statistics say. Every result has the {@linkplain InvoiceOrder#columns() columns of the order}.
 */
final class InvoiceSql {

    private final InvoiceOrder order;
    private final Map<String, Object> parameters = new HashMap<>();

    InvoiceSql(InvoiceOrder order) {
        this.order = order;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** At most that many that meet the criteria, in no order. */
    String some(InvoiceCriteria criteria, InvoiceCustomers customers, long limit) {
        return """
               select i.*
               from %s
               cross join lateral (
                   select customer_id, status, amount, date, id
                   from invoices
                   where status = wanted.status %s %s %s
                   limit %d) i
               limit %d
               """.formatted(
                        statuses(criteria) + customers(customers),
                        customers instanceof All ? "" : "and customer_id = customer.id",
                        amounts(criteria),
                        dates(criteria),
                        limit,
                        limit);
    }

    /** The ids of at most that many customers who meet the criteria. */
    String customerIds(InvoiceCriteria criteria, long limit) {
        var id = criteria.customerId() == null ? "true" : "c.id = " + bind(criteria.customerId());
        var words = criteria.customerWords().isEmpty() ? "true" : matches(new Matching(criteria.customerWords()));
        return "select c.id from customers c where %s and %s limit %d".formatted(id, words, limit);
    }

    /** The first by sorting all of them: for few, or where no index has the order. */
    String sorted(InvoiceCriteria criteria, InvoiceCustomers customers, long all, long limit) {
        var byIndex = customers instanceof Matching ? new All() : customers;
        return """
               select %s
               from (%s) i
               join customers c on c.id = i.customer_id
               %s
               order by %s
               limit %d
               """.formatted(
                        order.columnsOf("i"),
                        some(criteria, byIndex, all),
                        customers instanceof Matching matching ? "where " + matches(matching) : "",
                        order.by(),
                        limit);
    }

    /** The first by going through the customers in order, and through the invoices of each. */
    String customerByCustomer(InvoiceCriteria criteria, InvoiceCustomers customers, long limit) {
        var whose = switch (customers) {
            case All() -> "";
            case Listed(var ids) -> "where c.id = any (cast(%s as uuid[]))".formatted(bind(texts(ids)));
            case Matching matching -> "where " + matches(matching);
        };
        return """
               select %s
               from (select c.id, %s as customer_key from customers c %s) c
               cross join %s
               cross join lateral (
                   select customer_id, date, id
                   from invoices
                   where customer_id = c.id and status = wanted.status %s %s
                   order by %s
                   limit %d) i
               order by %s
               limit %d
               """.formatted(
                        "c.customer_key, i.customer_id, i.date, i.id",
                        order.customerKey(),
                        whose,
                        statuses(criteria),
                        amounts(criteria),
                        dates(criteria),
                        order.byWithinStatus(),
                        limit,
                        order.by(),
                        limit);
    }

    /**
     * The first of those customers: their invoices lie in order for each customer and status. Only the customers whose
     * own first invoice is among the first can have any of the first.
     */
    String firstOfEachCustomer(InvoiceCriteria criteria, InvoiceCustomers customers, long limit) {
        return firstOfEach(
                statuses(criteria) + customers(customers),
                "customer_id",
                "customer.id",
                criteria,
                amounts(criteria),
                limit);
    }

    /** The first with one of those amounts: the invoices of one amount and status lie in the order of their dates. */
    String firstOfEachAmount(InvoiceCriteria criteria, InvoiceCriteria.Cents cents, long limit) {
        var amounts = "generate_series(%s, %s) as cents (amount)".formatted(bind(cents.least()), bind(cents.most()));
        return firstOfEach(
                statuses(criteria) + " cross join " + amounts, "amount", "cents.amount", criteria, "", limit);
    }

    private String firstOfEach(
            String each, String column, String value, InvoiceCriteria criteria, String condition, long limit) {
        var invoices = """
                select customer_id, status, amount, date, id
                from invoices
                where status = %s.status and %s = %s %s %s
                order by %s
                limit %d
                """;
        var conditions = dates(criteria);
        return """
               select i.*
               from (select head.*
                     from %s
                     cross join lateral (%s) head
                     order by %s
                     limit %d) first
               cross join lateral (%s) i
               order by %s
               limit %d
               """.formatted(
                each,
                invoices.formatted("wanted", column, value, condition, conditions, order.byWithinStatus(), 1),
                order.by(),
                limit,
                invoices.formatted(
                        "first", column, "first." + column, condition, conditions, order.byWithinStatus(), limit),
                order.by(),
                limit);
    }

    /**
     * The first by going through all invoices in order. Where it looks for more than the index knows, it gives up after
     * that many steps, one an invoice, and may have found too few.
     */
    String walked(InvoiceCriteria criteria, InvoiceCustomers customers, long limit, long most) {
        var byAmount = order.sort() == InvoiceSort.AMOUNT;
        var known = byAmount ? amounts(criteria) : dates(criteria);
        var rest = byAmount ? dates(criteria) : amounts(criteria);
        if (customers instanceof Matching matching) {
            rest += " and exists (select from customers c where c.id = walk.customer_id and %s)"
                    .formatted(matches(matching));
        }
        var by = criteria.hasStatus() ? order.byWithinStatus() : order.by();
        var steps = rest.isEmpty() ? limit : Math.max(most, 4 * limit);
        var walks = criteria.statuses().stream()
                .map(status -> """
                        (select customer_id, status, amount, date, id
                         from invoices
                         where status = '%s' %s
                         order by %s
                         limit %d)
                        """.formatted(status.text(), known, order.byWithinStatus(), steps))
                .collect(joining(" union all "));
        return """
               select *
               from (select * from (%s) each order by %s limit %d) walk
               where true %s
               order by %s
               limit %d
               """.formatted(walks, by, steps, rest, by, limit);
    }

    /** The rows of all that meet one of the meanings, in order. */
    String all(Collection<InvoiceCriteria> meanings) {
        return all(
                meanings.isEmpty()
                        ? "false"
                        : meanings.stream().map(this::meets).collect(joining(" or ")));
    }

    /** The rows of all that have one of the ids, in order. */
    String allOf(Collection<UUID> ids) {
        return all("i.id = any (cast(%s as uuid[]))".formatted(bind(texts(ids))));
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
        var statuses = criteria.statuses().stream()
                .map(status -> "'" + status.text() + "'")
                .collect(joining(", "));
        var whose = criteria.customerId() == null ? "" : " and i.customer_id = " + bind(criteria.customerId());
        var words = criteria.customerWords().isEmpty() ? "" : " and " + matches(new Matching(criteria.customerWords()));
        return "(status in (%s) %s %s %s %s)".formatted(statuses, whose, words, amounts(criteria), dates(criteria));
    }

    /** Whether {@link #walked} always finds the first: it is in the order of an index that knows all the criteria. */
    boolean walkIsCertain(InvoiceCriteria criteria) {
        return switch (order.sort()) {
            case CUSTOMER, EMAIL -> false;
            case AMOUNT -> !criteria.hasDates();
            case DATE, STATUS -> criteria.cents() == null;
        };
    }

    private static String statuses(InvoiceCriteria criteria) {
        return "(values %s) wanted (status)"
                .formatted(criteria.statuses().stream()
                        .map(status -> "('" + status.text() + "')")
                        .collect(joining(", ")));
    }

    private String customers(InvoiceCustomers customers) {
        return switch (customers) {
            case All() -> "";
            case Listed(var ids) -> " cross join unnest(cast(%s as uuid[])) customer (id)".formatted(bind(texts(ids)));
            case Matching matching ->
                " cross join (select c.id from customers c where %s) customer".formatted(matches(matching));
        };
    }

    private String matches(Matching matching) {
        return matching.words().stream()
                .map(word -> customerHas(bind(SearchWords.likePattern(word))))
                .collect(joining(" and "));
    }

    /** The condition that a customer {@code c} has a word in the name or email; change set 0013 has its index. */
    static String customerHas(String pattern) {
        return "c.search_text like search_text(%s)".formatted(pattern);
    }

    private String amounts(InvoiceCriteria criteria) {
        var cents = criteria.cents();
        if (cents == null) {
            return "";
        }
        return cents.least() == cents.most()
                ? " and amount = " + bind(cents.least())
                : " and amount between %s and %s".formatted(bind(cents.least()), bind(cents.most()));
    }

    private String dates(InvoiceCriteria criteria) {
        return (criteria.from() == null ? "" : " and date >= " + bind(criteria.from()))
                + (criteria.to() == null ? "" : " and date <= " + bind(criteria.to()));
    }

    private String bind(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
