package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.invoices.InvoiceCustomers.All;
import com.acme.dashboard.invoices.InvoiceCustomers.Listed;
import com.acme.dashboard.invoices.InvoiceCustomers.Matching;
import java.util.Map;

/**
 * Writes the SQL that finds the invoices of one list, for the indexes of change set 0011: the work depends on the rows
 * that are asked for, not on the size of the table.
 *
 * <p>A {@code lateral} with a {@code limit} makes PostgreSQL go to the index once for each customer, status or amount and
 * stop there, whatever its statistics say. Every result has the {@linkplain InvoiceOrder#columns() columns of the order}.
 */
final class InvoiceSql {

    private final InvoiceOrder order;
    private final SqlConditions conditions = new SqlConditions();

    InvoiceSql(InvoiceOrder order) {
        this.order = order;
    }

    Map<String, Object> parameters() {
        return conditions.parameters();
    }

    /** At most that many that meet the criteria, in no order. */
    String some(InvoiceCriteria criteria, InvoiceCustomers customers, long limit) {
        // The statuses of a customer lie side by side in the index, those of all invoices far apart.
        var each = customers instanceof All ? wantedStatuses(criteria) : wantedCustomers(customers);
        var condition = customers instanceof All
                ? "status = wanted.status"
                : "customer_id = customer.id and status in (%s)".formatted(SqlConditions.statuses(criteria));
        return """
               select i.*
               from %s
               cross join lateral (
                   select customer_id, status, amount, date, id
                   from invoices
                   where %s %s %s
                   limit %d) i
               limit %d
               """.formatted(each, condition, conditions.amounts(criteria), conditions.dates(criteria), limit, limit);
    }

    /** Those that meet the criteria, found without regard to the customers: for few, of which there may be that many. */
    String few(InvoiceCriteria criteria, InvoiceCustomers customers, long all) {
        return "select i.customer_id, i.status, i.amount, i.date, i.id " + fromFew(criteria, customers, all);
    }

    /** The first by sorting all of them: for few, or where no index has the order. */
    String sorted(InvoiceCriteria criteria, InvoiceCustomers customers, long all, long limit) {
        return """
               select %s
               %s
               order by %s
               limit %d
               """.formatted(order.columnsOf("i"), fromFew(criteria, customers, all), order.by(), limit);
    }

    private String fromFew(InvoiceCriteria criteria, InvoiceCustomers customers, long all) {
        var whose = switch (customers) {
            case All() -> "";
            case Listed(var ids) -> "where c.id = any (%s)".formatted(conditions.ids(ids));
            case Matching(var words) -> "where " + conditions.customerHasAll(words);
        };
        return """
               from (%s) i
               join customers c on c.id = i.customer_id
               %s
               """.formatted(some(criteria, new All(), all), whose);
    }

    /** The first by going through the customers in order, and through the invoices of each. */
    String customerByCustomer(InvoiceCriteria criteria, InvoiceCustomers customers, long limit) {
        var whose = switch (customers) {
            case All() -> "";
            case Listed(var ids) -> "where c.id = any (%s)".formatted(conditions.ids(ids));
            case Matching(var words) -> "where " + conditions.customerHasAll(words);
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
                        wantedStatuses(criteria),
                        conditions.amounts(criteria),
                        conditions.dates(criteria),
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
                wantedStatuses(criteria) + " cross join " + wantedCustomers(customers),
                "customer_id",
                "customer.id",
                criteria,
                conditions.amounts(criteria),
                limit);
    }

    /** The first with one of those amounts: the invoices of one amount and status lie in the order of their dates. */
    String firstOfEachAmount(InvoiceCriteria criteria, InvoiceCriteria.Cents cents, long limit) {
        var amounts = "generate_series(%s, %s) as cents (amount)"
                .formatted(conditions.bind(cents.least()), conditions.bind(cents.most()));
        return firstOfEach(
                wantedStatuses(criteria) + " cross join " + amounts, "amount", "cents.amount", criteria, "", limit);
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
        var dates = conditions.dates(criteria);
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
                invoices.formatted("wanted", column, value, condition, dates, order.byWithinStatus(), 1),
                order.by(),
                limit,
                invoices.formatted("first", column, "first." + column, condition, dates, order.byWithinStatus(), limit),
                order.by(),
                limit);
    }

    /**
     * The first by going through all invoices in order. Where it looks for more than the index knows, it gives up after
     * that many steps, one an invoice, and may have found too few.
     */
    String walked(InvoiceCriteria criteria, InvoiceCustomers customers, long limit, long most) {
        var byAmount = order.sort() == InvoiceSort.AMOUNT;
        var known = byAmount ? conditions.amounts(criteria) : conditions.dates(criteria);
        var rest = byAmount ? conditions.dates(criteria) : conditions.amounts(criteria);
        if (customers instanceof Matching(var words)) {
            rest += " and exists (select from customers c where c.id = walk.customer_id and %s)"
                    .formatted(conditions.customerHasAll(words));
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

    /** Whether {@link #walked} always finds the first: it is in the order of an index that knows all the criteria. */
    boolean walkIsCertain(InvoiceCriteria criteria) {
        return switch (order.sort()) {
            case CUSTOMER, EMAIL -> false;
            case AMOUNT -> !criteria.hasDates();
            case DATE, STATUS -> criteria.cents() == null;
        };
    }

    private static String wantedStatuses(InvoiceCriteria criteria) {
        return "(values %s) wanted (status)"
                .formatted(criteria.statuses().stream()
                        .map(status -> "('" + status.text() + "')")
                        .collect(joining(", ")));
    }

    private String wantedCustomers(InvoiceCustomers customers) {
        return switch (customers) {
            case All() -> "";
            case Listed(var ids) -> "unnest(%s) customer (id)".formatted(conditions.ids(ids));
            case Matching(var words) ->
                "(select c.id from customers c where %s) customer".formatted(conditions.customerHasAll(words));
        };
    }
}
