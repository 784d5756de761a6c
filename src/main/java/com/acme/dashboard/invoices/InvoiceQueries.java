package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the screens show of invoices: first what the query can mean, then the rows, in the way that fits it. */
@Repository
class InvoiceQueries {

    private final JdbcClient jdbc;
    private final InvoiceMeanings meanings;
    private final InvoicePlanner planner;

    InvoiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        meanings = new InvoiceMeanings(jdbc);
        planner = new InvoicePlanner(jdbc);
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
        var meant = size > 0 ? meanings.of(filter) : List.<InvoiceMeaning>of();
        return meant.isEmpty() ? List.of() : rows(meant, order, offset, size);
    }

    InvoiceCount count(InvoiceFilter filter) {
        var known = knownCount(filter);
        return known.isPresent() ? InvoiceCount.exactly(known.getAsLong()) : planner.countUpToCap(meanings.of(filter));
    }

    Optional<InvoiceRow> row(UUID id) {
        return rows(new InvoiceRowsSql(InvoiceOrder.BY_DATE).allOf(List.of(id))).stream()
                .findFirst();
    }

    List<InvoiceRow> rows(Collection<UUID> ids, InvoiceFilter filter) {
        var meant = InvoiceSearch.of(filter.query()).meanings(InvoiceCriteria.of(filter), _ -> true);
        return rows(new InvoiceRowsSql(InvoiceOrder.BY_DATE).allOf(ids, meant));
    }

    private List<InvoiceRow> rows(InvoiceRowsQuery query) {
        return jdbc.sql(query.rows())
                .params(query.parameters())
                .query(InvoiceQueries::row)
                .list();
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

    private List<InvoiceRow> rows(List<InvoiceMeaning> meant, InvoiceOrder order, long offset, long size) {
        var sql = new InvoiceSql(order);
        var found = meant.stream()
                .flatMap(meaning -> order.sort() == InvoiceSort.STATUS ? meaning.byStatus() : Stream.of(meaning))
                .map(meaning -> "select %s from (%s) found"
                        .formatted(order.columns(), planner.first(sql, meaning, order, offset + size)))
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
