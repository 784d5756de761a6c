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
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the screens show of customers. */
@Repository
class CustomerQueries {

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

    long optionCount(String query) {
        return matching("select count(*) from customers c where %s", query)
                .query((rows, _) -> rows.getLong(1))
                .single();
    }

    Optional<CustomerOption> find(UUID id) {
        return jdbc.sql("select id, name, email, image_url from customers where id = :id")
                .param("id", id)
                .query(CustomerQueries::option)
                .optional();
    }

    Optional<CustomerDetail> detail(UUID id) {
        return jdbc.sql("""
                        select c.id, c.name, c.email, c.image_url,
                               coalesce(sum(t.invoices), 0)                                  as invoice_count,
                               coalesce(sum(t.cents) filter (where t.status = 'pending'), 0) as pending,
                               coalesce(sum(t.cents) filter (where t.status = 'paid'), 0)    as paid
                        from customers c
                        left join (select customer_id, status, invoices, cents from customer_totals
                                   union all
                                   select customer_id, status, invoices, cents from invoice_totals_changes) t
                            on t.customer_id = c.id
                        where c.id = :id
                        group by c.id
                        """)
                .param("id", id)
                .query((rows, _) -> new CustomerDetail(
                        rows.getObject("id", UUID.class),
                        rows.getString("name"),
                        rows.getString("email"),
                        rows.getString("image_url"),
                        rows.getLong("invoice_count"),
                        new Money(rows.getLong("pending")),
                        new Money(rows.getLong("paid"))))
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

    private static CustomerOption option(ResultSet rows, int number) throws SQLException {
        return new CustomerOption(
                rows.getObject("id", UUID.class),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("image_url"));
    }
}
