package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Money;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.database.DatabaseServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The totals that triggers keep are what counting every row gives, whoever writes and however. */
@IntegrationTest
@WithMockUser
class InvoiceTotalsTest {

    private static final int WRITERS = 8;

    /** What counting gives and the totals do not, or the other way round. */
    private static final String DIFFERENCES = """
            with counted as (
                select customer_id, status, count(*) as invoices, sum(amount) as cents
                from invoices
                group by customer_id, status
            ), kept as (
                select customer_id, status, sum(invoices) as invoices, sum(cents) as cents
                from (select customer_id, status, invoices, cents from customer_totals
                      union all
                      select customer_id, status, invoices, cents from invoice_totals_changes) each
                group by customer_id, status
                having sum(invoices) <> 0 or sum(cents) <> 0
            ), kept_by_status as (
                select status, sum(invoices) as invoices, sum(cents) as cents
                from (select status, invoices, cents from invoice_totals
                      union all
                      select status, invoices, cents from invoice_totals_changes) each
                group by status
                having sum(invoices) <> 0 or sum(cents) <> 0
            ), counted_by_status as (
                select status, sum(invoices) as invoices, sum(cents) as cents from counted group by status
            ), kept_by_month as (
                select month, status, sum(invoices) as invoices, sum(cents) as cents
                from (select month, status, invoices, cents from month_totals
                      union all
                      select month, status, invoices, cents from invoice_totals_changes) each
                group by month, status
                having sum(invoices) <> 0 or sum(cents) <> 0
            ), counted_by_month as (
                select date_trunc('month', date::timestamp)::date as month, status, count(*) as invoices, sum(amount) as cents
                from invoices
                group by 1, 2
            )
            select (select count(*) from (table counted except table kept) missing)
                 + (select count(*) from (table kept except table counted) wrong)
                 + (select count(*) from (table counted_by_status except table kept_by_status) missing)
                 + (select count(*) from (table kept_by_status except table counted_by_status) wrong)
                 + (select count(*) from (table counted_by_month except table kept_by_month) missing)
                 + (select count(*) from (table kept_by_month except table counted_by_month) wrong)
            """;

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private CustomerService customers;

    @Autowired
    private DatabaseServer server;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_totals_of_all_and_of_a_customer_are_exact() {
        assertThat(invoices.totals()).isEqualTo(new InvoiceTotals(2, new Money(153_455), 4, new Money(113_899)));
        assertThat(customers.detail(UUID.fromString("c0000000-0000-4000-8000-000000000001")))
                .hasValueSatisfying(harbor -> {
                    assertThat(harbor.invoiceCount()).isEqualTo(2);
                    assertThat(harbor.pending()).isEqualTo(new Money(29_999));
                    assertThat(harbor.paid()).isEqualTo(new Money(44_800));
                });
    }

    @Test
    void many_writers_at_once_some_of_whom_roll_back_leave_exact_totals_and_no_deadlock() throws Exception {
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var writers = new ArrayList<Future<Void>>();
            for (var number = 0; number < WRITERS; number++) {
                writers.add(threads.submit(writer(number)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                // In one statement, and so in one snapshot, the sum is right at every moment.
                assertThat(differences()).isZero();
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        assertThat(differences()).isZero();
        assertThat(jdbc.sql("select coalesce(max(id), 0) from invoice_totals_changes")
                        .query(Long.class)
                        .single())
                .isGreaterThan(2_000);
        assertThat(jdbc.sql("select count(*) from invoice_totals_changes")
                        .query(Long.class)
                        .single())
                .as("changes that are not folded yet")
                .isLessThan(2_000);
    }

    private Callable<Void> writer(int number) {
        return () -> {
            var random = new Random(number);
            try (var connection = server.connect()) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(
                        number % 4 == 3
                                ? Connection.TRANSACTION_REPEATABLE_READ
                                : Connection.TRANSACTION_READ_COMMITTED);
                for (var round = 0; round < 60; round++) {
                    for (var step = random.nextInt(4); step >= 0; step--) {
                        change(connection, number, random);
                    }
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                }
            }
            return null;
        };
    }

    /** Every writer has rows of its own, told by their date, of customers that all share. */
    private static void change(Connection connection, int number, Random random) throws SQLException {
        var mine = "date '2030-01-01' + " + number;
        var later = "date '2030-03-01' + " + number;
        var sql = switch (random.nextInt(6)) {
            case 0 -> "delete from invoices where date = %s and amount %% 5 = %d".formatted(mine, random.nextInt(5));
            case 1 ->
                "update invoices set status = case status when 'paid' then 'pending' else 'paid' end where date = %s and amount %% 3 = 0"
                        .formatted(mine);
            case 2 -> "update invoices set amount = amount + 7 where date = " + mine;
            case 3 ->
                "update invoices set date = case date when %1$s then %2$s else %1$s end where date in (%1$s, %2$s) and amount %% 2 = 0"
                        .formatted(mine, later);
            default ->
                "insert into invoices (customer_id, amount, status, date) select id, 1 + n * %d, case when n %% 2 = 0 then 'paid' else 'pending' end, %s from customers, generate_series(1, %d) n"
                        .formatted(1 + random.nextInt(50), mine, 1 + random.nextInt(4));
        };
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void an_invoice_that_moves_to_another_month_is_counted_there_and_no_longer_here() {
        var november = YearMonth.of(2024, 11);
        jdbc.sql("update invoices set date = date '2024-12-31' where date between '2024-11-01' and '2024-11-30'")
                .update();

        assertThat(invoices.paidMonths(november, november.plusMonths(1)))
                .extracting(PaidMonth::paid)
                .containsExactly(Money.ZERO, new Money(44_800));
        assertThat(differences()).isZero();
    }

    @Test
    void truncating_the_invoices_leaves_nothing_to_count() {
        jdbc.sql("truncate invoices").update();
        assertThat(invoices.totals()).isEqualTo(new InvoiceTotals(0, Money.ZERO, 0, Money.ZERO));
        assertThat(differences()).isZero();

        jdbc.sql("truncate invoices, customers, invoice_totals, customer_totals, month_totals, invoice_totals_changes")
                .update();
        assertThat(differences()).isZero();
    }

    @Test
    void an_upsert_counts_what_it_inserts_and_what_it_updates() {
        jdbc.sql("""
                        insert into invoices (id, customer_id, amount, status, date)
                        select id, customer_id, 5, 'paid', date from invoices
                        union all
                        select gen_random_uuid(), customer_id, 6, 'pending', date from invoices
                        on conflict (id) do update set amount = excluded.amount, status = excluded.status
                        """).update();

        assertThat(invoices.totals()).isEqualTo(new InvoiceTotals(6, new Money(36), 6, new Money(30)));
        assertThat(differences()).isZero();
    }

    @Test
    void a_role_with_rights_on_invoices_alone_is_counted_and_cannot_lead_the_triggers_astray() throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create role only_invoices");
            statement.execute("grant usage on schema public to only_invoices");
            statement.execute("grant insert, select on invoices to only_invoices");
            statement.execute("create schema trap authorization only_invoices");
            statement.execute("set local role only_invoices");
            statement.execute("set local search_path = trap, public");
            statement.execute(
                    "create table trap.invoice_totals_changes (customer_id uuid, status text, invoices bigint, cents bigint)");
            statement.execute(
                    "insert into invoices (customer_id, amount, status, date) select customer_id, 9, 'paid', date from invoices");
            statement.execute("reset role");
            statement.execute("set local search_path = public");
            try (var rows = statement.executeQuery(DIFFERENCES)) {
                assertThat(number(rows)).isZero();
            }
            try (var rows = statement.executeQuery("select count(*) from trap.invoice_totals_changes")) {
                assertThat(number(rows)).isZero();
            }
            connection.rollback();
        }
    }

    @Test
    void totals_that_went_astray_can_be_counted_again() {
        jdbc.sql("alter table invoices disable trigger user").update();
        jdbc.sql("delete from invoices where status = 'paid'").update();
        jdbc.sql("alter table invoices enable trigger user").update();
        assertThat(differences()).isPositive();

        jdbc.sql("select recount_invoices()").query((_, _) -> "").list();
        assertThat(differences()).isZero();
    }

    @Test
    void a_role_that_may_not_create_extensions_is_told_what_to_ask_for() throws Exception {
        var script = new ClassPathResource("db-changelog/changes/0010-search-text.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        var creation = script.substring(script.indexOf("do $$"), script.indexOf("$$;") + 3);
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop extension pg_trgm cascade");
            statement.execute("create role no_extensions");
            statement.execute("grant usage, create on schema public to no_extensions");
            statement.execute("set local role no_extensions");
            assertThatThrownBy(() -> statement.execute(creation))
                    .hasMessageContaining("The role no_extensions may not create the extension pg_trgm.")
                    .hasMessageContaining("create extension pg_trgm;");
            connection.rollback();
        }
    }

    private long differences() {
        return jdbc.sql(DIFFERENCES).query(Long.class).single();
    }

    private static long number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
