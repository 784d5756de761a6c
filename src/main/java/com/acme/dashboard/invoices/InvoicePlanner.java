package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.invoices.InvoiceCustomers.All;
import com.acme.dashboard.invoices.InvoiceCustomers.Listed;
import com.acme.dashboard.invoices.InvoiceCustomers.Matching;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the way in which the first of a list are found or all are counted, by looking at how many there are. */
final class InvoicePlanner {

    /** So many invoices are fetched and sorted; of more, only the first in order are read. */
    private static final int FEW = 5_000;

    /** The same by name or email, where the order is that of another table. */
    private static final int FEW_BY_CUSTOMER = 2_000;

    /** The same by amount, where those wanted are not found soon in order. */
    private static final int FEW_BY_AMOUNT = 30_000;

    /** So many invoices of an amount are looked through rather than those of each customer who is listed. */
    private static final int FEW_OF_AMOUNT = 1_000;

    /** So many invoices are looked through for their customers rather than each customer for invoices, to count them. */
    private static final int FEW_TO_COUNT = 20_000;

    /** So many invoices are looked through in order, before a way is taken that does not depend on where the hits are. */
    private static final List<Integer> WALKS = List.of(4_000, 30_000);

    private final JdbcClient jdbc;

    InvoicePlanner(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The SQL for the first of one meaning, in order: the ways whose work is certain to be small come first. */
    String first(InvoiceSql sql, InvoiceMeaning meaning, InvoiceOrder order, long limit) {
        var criteria = meaning.criteria();
        var customers = meaning.customers();
        if (customers instanceof Listed) {
            if (criteria.cents() != null && areAtMost(FEW_OF_AMOUNT, criteria)) {
                return sql.sorted(criteria, customers, FEW_OF_AMOUNT, limit);
            }
            return order.byCustomer()
                    ? sql.customerByCustomer(criteria, customers, limit)
                    : sql.firstOfEachCustomer(criteria, customers, limit);
        }
        if (customers instanceof All && sql.walkIsCertain(criteria)) {
            return sql.walked(criteria, customers, limit, limit);
        }
        if (customers instanceof All
                && criteria.cents() != null
                && order.sort() != InvoiceSort.AMOUNT
                && !order.byCustomer()) {
            return sql.firstOfEachAmount(criteria, criteria.cents(), limit);
        }
        var byAmount = order.sort() == InvoiceSort.AMOUNT && customers instanceof Matching;
        // In the order of amounts those of some dates lie far apart: more of them are fetched before they are looked
        // for.
        var few = order.byCustomer() ? FEW_BY_CUSTOMER : byAmount && criteria.hasDates() ? FEW_BY_AMOUNT : FEW;
        if (areAtMost(few, criteria)) {
            return sql.sorted(criteria, customers, few, limit);
        }
        if (order.byCustomer()) {
            return sql.customerByCustomer(criteria, customers, limit);
        }
        for (var steps : WALKS) {
            if (walkIsEnough(criteria, customers, order, limit, steps)) {
                return sql.walked(criteria, customers, limit, steps);
            }
        }
        if (customers instanceof All) {
            return sql.sorted(criteria, customers, Integer.MAX_VALUE, limit);
        }
        return byAmount && areAtMost(FEW_BY_AMOUNT, criteria)
                ? sql.sorted(criteria, customers, FEW_BY_AMOUNT, limit)
                : sql.firstOfEachCustomer(criteria, customers, limit);
    }

    /** Whether so few invoices meet the criteria, whoever the customers are. */
    private boolean areAtMost(int few, InvoiceCriteria criteria) {
        if (criteria.cents() == null && !criteria.hasDates() && !criteria.hasStatus()) {
            return false;
        }
        var sql = new InvoiceSql(InvoiceOrder.BY_DATE);
        return count(sql, sql.some(criteria, new All(), few + 1)) <= few;
    }

    private boolean walkIsEnough(
            InvoiceCriteria criteria, InvoiceCustomers customers, InvoiceOrder order, long limit, int steps) {
        var sql = new InvoiceSql(order);
        return count(sql, sql.walked(criteria, customers, limit, steps)) >= limit;
    }

    InvoiceCount countUpToCap(List<InvoiceMeaning> meanings) {
        if (meanings.isEmpty()) {
            return InvoiceCount.exactly(0);
        }
        var limit = InvoiceCount.CAP + 1;
        var sql = new InvoiceSql(InvoiceOrder.BY_DATE);
        var found = meanings.stream()
                .map(meaning -> counted(sql, meaning, limit))
                .map("select id from (%s) found"::formatted)
                .collect(joining(" union "));
        return InvoiceCount.upToCap(count(sql, found));
    }

    private String counted(InvoiceSql sql, InvoiceMeaning meaning, long limit) {
        var criteria = meaning.criteria();
        var few = switch (meaning.customers()) {
            case All() -> 0;
            case Listed _ -> criteria.cents() == null ? 0 : FEW_OF_AMOUNT;
            case Matching _ -> FEW_TO_COUNT;
        };
        return few > 0 && areAtMost(few, criteria)
                ? sql.few(criteria, meaning.customers(), few)
                : sql.some(criteria, meaning.customers(), limit);
    }

    private long count(InvoiceSql sql, String found) {
        return jdbc.sql("select count(*) as found from (%s) found".formatted(found))
                .params(sql.parameters())
                .query((rows, _) -> rows.getLong("found"))
                .single();
    }
}
