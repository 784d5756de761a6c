package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the screens show of invoices. */
@Repository
class InvoiceQueries {

    private static final Map<InvoiceSort, String> COLUMNS = Map.of(
            InvoiceSort.CUSTOMER, "lower(c.name)",
            InvoiceSort.EMAIL, "lower(c.email)",
            InvoiceSort.AMOUNT, "i.amount",
            InvoiceSort.DATE, "i.date",
            InvoiceSort.STATUS, "i.status");

    private static final String FROM_WHERE = """
            from invoices i
            join customers c on c.id = i.customer_id
            where (:query = '' or c.name ilike '%' || :query || '%' or c.email ilike '%' || :query || '%')
              and (cast(:status as text) is null or i.status = :status)
              and (cast(:from as date) is null or i.date >= :from)
              and (cast(:to as date) is null or i.date <= :to)
              and (cast(:customerId as uuid) is null or i.customer_id = :customerId)
            """;

    private final JdbcClient jdbc;

    InvoiceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<InvoiceRow> page(InvoiceFilter filter, Pageable pageable) {
        var order = pageable.getSort().stream().findFirst().orElse(Sort.Order.desc(InvoiceSort.DATE.property()));
        var direction = order.isAscending() ? "asc" : "desc";
        var column = COLUMNS.get(InvoiceSort.ofProperty(order.getProperty()).orElse(InvoiceSort.DATE));
        return filtered("""
                        select i.id, i.customer_id, c.name, c.email, c.image_url, i.amount, i.date, i.status, i.version
                        %s order by %s %s, i.id %s limit :limit offset :offset
                        """.formatted(FROM_WHERE, column, direction, direction), filter)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(InvoiceQueries::row)
                .list();
    }

    InvoiceCount count(InvoiceFilter filter) {
        return InvoiceCount.exactly(filtered("select count(*) " + FROM_WHERE, filter)
                .query(Long.class)
                .single());
    }

    InvoiceTotals totals() {
        return jdbc.sql("""
                        select count(*) filter (where status = 'pending')                 as pending_count,
                               coalesce(sum(amount) filter (where status = 'pending'), 0) as pending_sum,
                               count(*) filter (where status = 'paid')                    as paid_count,
                               coalesce(sum(amount) filter (where status = 'paid'), 0)    as paid_sum
                        from invoices
                        """)
                .query((rows, _) -> new InvoiceTotals(
                        rows.getLong("pending_count"),
                        new Money(rows.getLong("pending_sum")),
                        rows.getLong("paid_count"),
                        new Money(rows.getLong("paid_sum"))))
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, InvoiceFilter filter) {
        return jdbc.sql(sql)
                .param("query", filter.query())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().text(),
                        java.sql.Types.VARCHAR)
                .param("from", filter.from(), java.sql.Types.DATE)
                .param("to", filter.to(), java.sql.Types.DATE)
                .param("customerId", filter.customerId(), java.sql.Types.OTHER);
    }

    private static InvoiceRow row(ResultSet rows, int number) throws SQLException {
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
