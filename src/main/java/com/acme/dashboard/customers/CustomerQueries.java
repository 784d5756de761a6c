package com.acme.dashboard.customers;

import com.acme.dashboard.common.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        return jdbc.sql("""
                        select id, name, email, image_url
                        from customers
                        where name ilike '%' || :query || '%' or email ilike '%' || :query || '%'
                        order by lower(name), id
                        limit :limit offset :offset
                        """)
                .param("query", query)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query(CustomerQueries::option)
                .list();
    }

    long optionCount(String query) {
        return jdbc.sql("""
                        select count(*)
                        from customers
                        where name ilike '%' || :query || '%' or email ilike '%' || :query || '%'
                        """).param("query", query).query(Long.class).single();
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
                               count(i.id)                                                    as invoice_count,
                               coalesce(sum(i.amount) filter (where i.status = 'pending'), 0) as pending,
                               coalesce(sum(i.amount) filter (where i.status = 'paid'), 0)    as paid
                        from customers c
                        left join invoices i on i.customer_id = c.id
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

    private static CustomerOption option(ResultSet rows, int number) throws SQLException {
        return new CustomerOption(
                rows.getObject("id", UUID.class),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("image_url"));
    }
}
