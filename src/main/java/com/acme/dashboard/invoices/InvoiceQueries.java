package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.SearchWords;
import com.acme.dashboard.invoices.InvoiceCustomers.All;
import com.acme.dashboard.invoices.InvoiceCustomers.Listed;
import com.acme.dashboard.invoices.InvoiceCustomers.Matching;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the screens show of invoices: first what the query can mean, then the rows, in the way that fits it. */
@Repository
class InvoiceQueries {

    /** So many customers are named one by one; more are described by what they match. */
    private static final int LISTED_CUSTOMERS = 1_000;

    /** So many invoices are fetched and sorted; of more, only the first in order are read. */
    private static final int FEW = 5_000;

    /** The same by name or email, where the order is that of another table. */
    private static final int FEW_BY_CUSTOMER = 2_000;

    /** The same by amount, where those wanted are not found soon in order. */
    private static final int FEW_BY_AMOUNT = 30_000;

    /** So many invoices are looked through in order, before a way is taken that does not depend on where the hits are. */
    private static final List<Integer> WALKS = List.of(4_000, 30_000);

    private final JdbcClient jdbc;

    InvoiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One way to read the query: the conditions, and the customers who meet theirs. */
    private record Meaning(InvoiceCriteria criteria, InvoiceCustomers customers) {

        /** One after the other is in the order of the status, without sorting. */
        Stream<Meaning> byStatus() {
            return criteria.statuses().stream()
                    .flatMap(status -> criteria.withStatus(status).stream())
                    .map(ofStatus -> new Meaning(ofStatus, customers));
        }
    }

    List<InvoiceRow> page(InvoiceFilter filter, Pageable pageable) {
        var order = InvoiceOrder.of(pageable.getSort());
        var offset = pageable.getOffset();
        long size = pageable.getPageSize();
        var count = knownCount(filter);
        if (count.isPresent() && offset > count.getAsLong() / 2) {
            // From the nearer end, so that the last page is as near as the first.
            size = Math.min(size, count.getAsLong() - offset);
            offset = Math.max(count.getAsLong() - offset - size, 0);
            order = order.reversed();
        }
        var meanings = size > 0 ? meanings(filter) : List.<Meaning>of();
        return meanings.isEmpty() ? List.of() : rows(meanings, order, offset, size);
    }

    InvoiceCount count(InvoiceFilter filter) {
        var known = knownCount(filter);
        return known.isPresent() ? InvoiceCount.exactly(known.getAsLong()) : countUpToCap(meanings(filter));
    }

    Optional<InvoiceRow> row(UUID id) {
        var sql = new InvoiceSql(InvoiceOrder.BY_DATE);
        return jdbc.sql(sql.allOf(List.of(id)))
                .params(sql.parameters())
                .query(InvoiceQueries::row)
                .optional();
    }

    InvoiceTotals totals() {
        return jdbc.sql("""
                        select coalesce(sum(invoices) filter (where status = 'pending'), 0) as pending_count,
                               coalesce(sum(cents)    filter (where status = 'pending'), 0) as pending_cents,
                               coalesce(sum(invoices) filter (where status = 'paid'), 0)    as paid_count,
                               coalesce(sum(cents)    filter (where status = 'paid'), 0)    as paid_cents
                        from (select status, invoices, cents from invoice_totals
                              union all
                              select status, invoices, cents from invoice_totals_changes) counted
                        """)
                .query((rows, _) -> new InvoiceTotals(
                        rows.getLong("pending_count"),
                        new Money(rows.getLong("pending_cents")),
                        rows.getLong("paid_count"),
                        new Money(rows.getLong("paid_cents"))))
                .single();
    }

    Optional<LocalDate> oldestPending() {
        return jdbc.sql("select date from invoices where status = 'pending' order by date, id limit 1")
                .query((rows, _) -> rows.getObject("date", LocalDate.class))
                .optional();
    }

    long owingCustomers() {
        return jdbc.sql("""
                        select count(*)
                        from (select customer_id
                              from (select customer_id, invoices from customer_totals where status = 'pending'
                                    union all
                                    select customer_id, invoices from invoice_totals_changes where status = 'pending') counted
                              group by customer_id
                              having sum(invoices) > 0) owing
                        """).query((rows, _) -> rows.getLong(1)).single();
    }

    private List<InvoiceRow> rows(List<Meaning> meanings, InvoiceOrder order, long offset, long size) {
        var sql = new InvoiceSql(order);
        var found = meanings.stream()
                .flatMap(meaning -> order.sort() == InvoiceSort.STATUS ? meaning.byStatus() : Stream.of(meaning))
                .map(meaning -> "select %s from (%s) found"
                        .formatted(order.columns(), first(sql, meaning, order, offset + size)))
                .collect(joining(" union "));
        var shown = order.backwards() ? order.reversed() : order;
        return jdbc.sql("""
                        select i.id, i.customer_id, c.name, c.email, c.image_url, i.amount, i.date, i.status, i.version
                        from (select * from (%s) found order by %s limit %d offset %d) page
                        join invoices i on i.id = page.id
                        join customers c on c.id = i.customer_id
                        order by %s
                        """.formatted(found, order.by(), size, offset, shown.by()))
                .params(sql.parameters())
                .query(InvoiceQueries::row)
                .list();
    }

    /** The SQL for the first of one meaning, in order: the ways whose work is certain to be small come first. */
    private String first(InvoiceSql sql, Meaning meaning, InvoiceOrder order, long limit) {
        var criteria = meaning.criteria();
        var customers = meaning.customers();
        if (customers instanceof Listed) {
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

    private InvoiceCount countUpToCap(List<Meaning> meanings) {
        if (meanings.isEmpty()) {
            return InvoiceCount.exactly(0);
        }
        var limit = InvoiceCount.CAP + 1;
        var sql = new InvoiceSql(InvoiceOrder.BY_DATE);
        var found = meanings.stream()
                .map(meaning -> meaning.customers() instanceof Matching && areAtMost(FEW, meaning.criteria())
                        ? sql.sorted(meaning.criteria(), meaning.customers(), FEW, limit)
                        : sql.some(meaning.criteria(), meaning.customers(), limit))
                .map("select id from (%s) found"::formatted)
                .collect(joining(" union "));
        return InvoiceCount.upToCap(count(sql, found));
    }

    private List<Meaning> meanings(InvoiceFilter filter) {
        var meanings = InvoiceSearch.of(filter.query()).meanings(InvoiceCriteria.of(filter), this::isKnownToCustomers);
        // Several meanings mostly ask for the same customers.
        var customers = new HashMap<Set<String>, Optional<InvoiceCustomers>>();
        return meanings.stream()
                .flatMap(criteria -> customers
                        .computeIfAbsent(criteria.customerWords(), _ -> customers(criteria))
                        .map(whose -> new Meaning(criteria, whose))
                        .stream())
                .toList();
    }

    /** Whose invoices can meet the criteria; empty where there is no such customer. */
    private Optional<InvoiceCustomers> customers(InvoiceCriteria criteria) {
        if (criteria.customerWords().isEmpty() && criteria.customerId() == null) {
            return Optional.of(new All());
        }
        var sql = new InvoiceSql(InvoiceOrder.BY_DATE);
        var ids = jdbc.sql(sql.customerIds(criteria, LISTED_CUSTOMERS + 1))
                .params(sql.parameters())
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .list();
        if (ids.size() > LISTED_CUSTOMERS) {
            return Optional.of(new Matching(criteria.customerWords()));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Listed(ids));
    }

    private boolean isKnownToCustomers(String word) {
        return jdbc.sql("select exists (select from customers c where %s)"
                        .formatted(InvoiceSql.customerHas(":pattern")))
                .param("pattern", SearchWords.likePattern(word))
                .query((rows, _) -> rows.getBoolean(1))
                .single();
    }

    /** The exact count where it is kept: of all invoices, of those of a status, of those of a customer. */
    private OptionalLong knownCount(InvoiceFilter filter) {
        if (!filter.query().isEmpty() || filter.from() != null || filter.to() != null) {
            return OptionalLong.empty();
        }
        var totals = filter.customerId() == null ? "invoice_totals" : "customer_totals";
        var condition = (filter.status() == null
                        ? ""
                        : " and status = '" + filter.status().text() + "'")
                + (filter.customerId() == null ? "" : " and customer_id = :customerId");
        var statement = jdbc.sql("""
                        select coalesce(sum(invoices), 0) as invoices
                        from (select invoices from %1$s where true %2$s
                              union all
                              select invoices from invoice_totals_changes where true %2$s) counted
                        """.formatted(totals, condition));
        var bound = filter.customerId() == null ? statement : statement.param("customerId", filter.customerId());
        return OptionalLong.of(
                bound.query((rows, _) -> rows.getLong("invoices")).single());
    }

    private long count(InvoiceSql sql, String found) {
        return jdbc.sql("select count(*) as found from (%s) found".formatted(found))
                .params(sql.parameters())
                .query((rows, _) -> rows.getLong("found"))
                .single();
    }

    static InvoiceRow row(ResultSet rows, int number) throws SQLException {
        return new InvoiceRow(
                rows.getObject("id", UUID.class),
                rows.getObject("customer_id", UUID.class),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("image_url"),
                new Money(rows.getLong("amount")),
                rows.getObject("date", LocalDate.class),
                InvoiceStatus.ofText(rows.getString("status")).orElseThrow(),
                rows.getLong("version"));
    }
}
