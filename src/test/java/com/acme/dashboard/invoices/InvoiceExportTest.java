package com.acme.dashboard.invoices;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.export.ExportCancelled;
import com.acme.dashboard.common.export.ExportTooSlow;
import com.acme.dashboard.common.export.TooManyExports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports on a real PostgreSQL, compared with the pages of the list. */
@IntegrationTest
@WithMockUser
class InvoiceExportTest {

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NamedParameterJdbcOperations cursorOperations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void has_the_rows_of_the_list_in_its_order_whatever_the_filter_and_the_sort() {
        fill(600);
        var random = new Random(7);
        for (var round = 0; round < 12; round++) {
            var filter = filter(random);
            for (var sort : InvoiceSort.values()) {
                var by = Sort.by(random.nextBoolean() ? Sort.Direction.ASC : Sort.Direction.DESC, sort.property());
                var export = invoices.export(filter, by);

                var rows = read(export);

                assertThat(rows).as("%s %s", filter, by).isEqualTo(pages(filter, by));
                assertThat(export.size()).isEqualTo(rows.size());
            }
        }
    }

    @Test
    void has_the_selected_rows_only_in_the_order_of_the_list() {
        var all = pages(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        var selected = List.of(all.get(4), all.get(1), all.get(2));

        var export = invoices.exportOf(selected.stream().map(InvoiceRow::id).toList(), InvoiceSort.DEFAULT);

        assertThat(read(export)).containsExactly(all.get(1), all.get(2), all.get(4));
    }

    @Test
    void says_how_many_there_are_beyond_what_the_list_counts() {
        fill(InvoiceCount.CAP + 100);
        var filter = InvoiceFilter.NONE.withDates(LocalDate.of(2000, 1, 1), null);

        var export = invoices.export(filter, InvoiceSort.DEFAULT);
        export.cancel();

        assertThat(export.size()).isEqualTo(InvoiceCount.CAP + 106);
    }

    @Test
    void only_a_few_run_at_a_time_and_one_that_ends_makes_room() {
        var first = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        var second = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        assertThatThrownBy(() -> invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT))
                .isInstanceOf(TooManyExports.class);

        first.cancel();
        first.cancel();
        assertThat(read(second)).hasSize(6);

        invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT).cancel();
        var third = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        var fourth = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        assertThatThrownBy(() -> invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT))
                .isInstanceOf(TooManyExports.class);
        third.cancel();
        fourth.cancel();
    }

    @Test
    void cancelling_between_rows_ends_the_cursor() {
        fill(5_000);
        var export = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        var rows = new ArrayList<InvoiceRow>();

        assertThatThrownBy(() -> export.read(row -> {
                    rows.add(row);
                    if (rows.size() == 10) {
                        // By another connection than the one that reads.
                        assertThat(supplyAsync(this::cursors).join()).isEqualTo(1);
                        export.cancel();
                    }
                }))
                .isInstanceOf(ExportCancelled.class);

        assertThat(rows).hasSize(10);
        assertThat(cursors()).isZero();
        assertThatThrownBy(() -> export.read(rows::add)).isInstanceOf(ExportCancelled.class);
    }

    @Test
    void cancelling_ends_a_statement_that_has_no_row_yet() throws InterruptedException {
        var export = invoices.export(InvoiceFilter.NONE, InvoiceSort.DEFAULT);
        var locked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var blocker = runAsync(() -> lockInvoices(locked, over), threads);
            locked.await();
            var reading = runAsync(() -> export.read(_ -> {}), threads);
            try {
                await().until(this::waiting, is(1L));
                export.cancel();
                assertThatThrownBy(reading::join).hasCauseInstanceOf(ExportCancelled.class);
                assertThat(waiting()).isZero();
            } finally {
                over.countDown();
                blocker.join();
            }
        }
    }

    @Test
    void whoever_fetches_a_file_too_slowly_makes_room_for_others() {
        var clock = new AdjustableClock();
        var limits = new ExportLimits(1, Duration.ofMinutes(10));
        var queries = new ExportQueries(jdbc, cursorOperations, transactions, limits, clock);
        var all = queries.matching(InvoiceFilter.NONE, InvoiceOrder.BY_DATE);
        var rows = new ArrayList<InvoiceRow>();

        assertThatThrownBy(() -> queries.begin(all, 6).read(row -> {
                    rows.add(row);
                    clock.advance(Duration.ofMinutes(4));
                }))
                .isInstanceOf(ExportTooSlow.class);

        assertThat(rows).hasSize(3);
        assertThat(read(queries.begin(all, 6))).hasSize(6);
    }

    private void lockInvoices(CountDownLatch locked, CountDownLatch over) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("lock table invoices in access exclusive mode").update();
            locked.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long cursors() {
        return statements("state <> 'idle'");
    }

    private long waiting() {
        return statements("wait_event_type = 'Lock'");
    }

    private long statements(String condition) {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and query like '%customer_key%' and "
                                + condition)
                .query((rows, _) -> rows.getLong(1))
                .single();
    }

    private List<InvoiceRow> pages(InvoiceFilter filter, Sort sort) {
        var rows = new ArrayList<InvoiceRow>();
        for (var number = 0; rows.size() == number * 50; number++) {
            rows.addAll(invoices.page(filter, PageRequest.of(number, 50, sort)));
        }
        return rows;
    }

    private void fill(int count) {
        jdbc.sql("""
                        insert into customers (name, email, image_url)
                        select (array['Jane', 'Zo\u00eb', 'jane', '=Ann', '100%_'])[1 + n % 5] || ' ' || n % 7,
                               'c' || n || '@' || (array['acme.test', 'Example.test'])[1 + n % 2], ''
                        from generate_series(1, 30) n
                        """).update();
        jdbc.sql("""
                        with numbered as (select id, row_number() over (order by name, id) as number from customers)
                        insert into invoices (customer_id, amount, status, date)
                        select c.id, (array[4500, 29999, 77, n + 1])[1 + n % 4],
                               case when n % 3 = 0 then 'pending' else 'paid' end, date '2023-01-01' + n % 90
                        from generate_series(1, :count) n
                        join numbered c on c.number = 1 + (n * 7) % 31
                        """).param("count", count).update();
    }

    private static InvoiceFilter filter(Random random) {
        var words = List.of("jane", "zoe", "@acme", "77", "paid", "2023", "Mar 2023", "45.00", "qqq", "%", "e", "=");
        var query = Stream.generate(() -> words.get(random.nextInt(words.size())))
                .limit(random.nextInt(3))
                .collect(joining(" "));
        return InvoiceFilter.NONE
                .withQuery(query)
                .withStatus(random.nextInt(3) == 0 ? InvoiceStatus.PENDING : null)
                .withDates(random.nextInt(4) == 0 ? LocalDate.of(2023, 1, 1 + random.nextInt(31)) : null, null);
    }

    private static List<InvoiceRow> read(InvoiceExport export) {
        var rows = new ArrayList<InvoiceRow>();
        export.read(rows::add);
        return rows;
    }
}
