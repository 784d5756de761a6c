package com.acme.dashboard.customers;

import static java.util.stream.Collectors.joining;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.SearchWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the screens show of customers. */
@Repository
class CustomerQueries {

    /** Customers {@code c} and their totals {@code t}. */
    private static final String COLUMNS = """
            select c.id, c.name, c.email, c.image_url,
                   coalesce(t.invoices, 0) as invoice_count,
                   coalesce(t.pending, 0)  as pending,
                   coalesce(t.paid, 0)     as paid
            """;

    /** Adds up what change set 0012 keeps. */
    private static final String SUMS = """
            sum(invoices)                                as invoices,
            sum(cents) filter (where status = 'pending') as pending,
            sum(cents) filter (where status = 'paid')    as paid
            from (select customer_id, status, invoices, cents from customer_totals
                  union all
                  select customer_id, status, invoices, cents from invoice_totals_changes) counted
            """;

    /** For one page of customers, or one, whose totals are looked up one by one. */
    private static final String WITH_THEIR_TOTALS =
            " left join lateral (select " + SUMS + " where customer_id = c.id) t on true ";

    /**
     * For an order that only the totals of all customers tell. Joined, because to add up a union of all takes longer, and so
     * that the planner leaves out the join that an order does not need.
     */
    private static final String WITH_ALL_TOTALS = """
             left join customer_totals settled on settled.customer_id = c.id and settled.status = 'paid'
             left join customer_totals open on open.customer_id = c.id and open.status = 'pending'
             left join (select customer_id,
                               sum(invoices)                                as invoices,
                               sum(cents) filter (where status = 'pending') as pending,
                               sum(cents) filter (where status = 'paid')    as paid
                        from invoice_totals_changes
                        group by customer_id) since on since.customer_id = c.id
             cross join lateral (
                 select coalesce(settled.invoices, 0) + coalesce(open.invoices, 0) + coalesce(since.invoices, 0) as invoices,
                        coalesce(open.cents, 0) + coalesce(since.pending, 0)                                     as pending,
                        coalesce(settled.cents, 0) + coalesce(since.paid, 0)                                     as paid) t
            """;

    private final JdbcClient jdbc;

    CustomerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerOption> options(String query, Pageable pageable) {
        return matching("""
                        select c.id, c.name, c.email, c.image_url
                        from customers c
                        where %s
                        order by lower(c.name), c.id
                        limit :limit offset :offset
                        """, query)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(CustomerQueries::option)
                .list();
    }

    long count(String query) {
        return matching("select count(*) from customers c where %s", query)
                .query((rows, _) -> rows.getLong(1))
                .single();
    }

    Optional<CustomerOption> option(UUID id) {
        return jdbc.sql("select id, name, email, image_url from customers where id = :id")
                .param("id", id)
                .query(CustomerQueries::option)
                .optional();
    }

    /** The first by name of those with that email, without regard to case. */
    Optional<CustomerOption> withEmail(String email, @Nullable UUID except) {
        return jdbc.sql("""
                        select id, name, email, image_url
                        from customers
                        where lower(email) = lower(:email) and id is distinct from cast(:except as uuid)
                        order by lower(name), id
                        limit 1
                        """)
                .param("email", email)
                .param("except", except)
                .query(CustomerQueries::option)
                .optional();
    }

    List<CustomerRow> page(CustomerFilter filter, Pageable pageable) {
        var order = CustomerSort.orderBy(pageable.getSort());
        var page = " where %s order by " + order + " limit :limit offset :offset";
        var ordered = CustomerSort.isByTotal(pageable.getSort()) ? WITH_ALL_TOTALS : "";
        var sql = COLUMNS + "from (select c.* from customers c" + ordered + page + ") c" + WITH_THEIR_TOTALS
                + "order by " + order;
        return matching(sql, filter.query())
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(CustomerQueries::row)
                .list();
    }

    Optional<CustomerRow> detail(UUID id) {
        return jdbc.sql(COLUMNS + "from customers c" + WITH_THEIR_TOTALS + "where c.id = :id")
                .param("id", id)
                .query(CustomerQueries::row)
                .optional();
    }

    private JdbcClient.StatementSpec matching(String sql, String query) {
        var words = SearchWords.of(query);
        var parameters = new HashMap<String, Object>();
        for (var word : words) {
            parameters.put("word" + parameters.size(), SearchWords.likePattern(word));
        }
        var conditions = IntStream.range(0, words.size())
                .mapToObj(number -> "c.search_text like search_text(:word%d)".formatted(number))
                .collect(joining(" and "));
        return jdbc.sql(sql.formatted(words.isEmpty() ? "true" : conditions)).params(parameters);
    }

    private static CustomerRow row(ResultSet rows, int number) throws SQLException {
        return new CustomerRow(
                rows.getObject("id", UUID.class),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("image_url"),
                rows.getLong("invoice_count"),
                new Money(rows.getLong("pending")),
                new Money(rows.getLong("paid")));
    }

    private static CustomerOption option(ResultSet rows, int number) throws SQLException {
        return new CustomerOption(
                rows.getObject("id", UUID.class),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("image_url"));
    }
}
