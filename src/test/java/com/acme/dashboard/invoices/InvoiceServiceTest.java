package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Money;
import com.acme.dashboard.invoices.InvoiceDraft.Field;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

@IntegrationTest
@WithMockUser
@RecordApplicationEvents
class InvoiceServiceTest {

    private static final UUID PINE = UUID.fromString("c0000000-0000-4000-8000-000000000001");
    private static final UUID JANE = UUID.fromString("c0000000-0000-4000-8000-000000000002");
    private static final UUID PENDING = UUID.fromString("f0000000-0000-4000-8000-000000000001");
    private static final UUID PAID = UUID.fromString("f0000000-0000-4000-8000-000000000002");
    private static final UUID ALSO_PENDING = UUID.fromString("f0000000-0000-4000-8000-000000000004");

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void a_new_invoice_is_stored_as_it_was_typed() {
        var id = invoices.save(draft(JANE, 1_999, InvoiceStatus.PAID, LocalDate.of(2024, 12, 6)));

        assertThat(text(
                        "select concat_ws(' ', customer_id, amount, status, date, version) from invoices where id = :id",
                        id))
                .isEqualTo(JANE + " 1999 paid 2024-12-06 0");
        assertThat(find(id).amount()).isEqualTo(new Money(1_999));
    }

    @Test
    void every_change_is_announced(ApplicationEvents events) {
        var id = invoices.save(draft(JANE, 100, InvoiceStatus.PENDING, LocalDate.EPOCH));
        invoices.markPaid(List.of(id));
        invoices.restoreAll(invoices.deleteAll(List.of(id)));

        assertThat(events.stream(InvoicesChanged.class)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati", "UTC"})
    void the_chosen_day_stays_the_same_in_every_time_zone(String zone) {
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            var id = invoices.save(draft(JANE, 1_999, InvoiceStatus.PAID, LocalDate.of(2024, 12, 6)));

            assertThat(text("select date from invoices where id = :id", id)).isEqualTo("2024-12-06");
            assertThat(find(id).date()).isEqualTo("2024-12-06");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void what_is_missing_or_out_of_its_limits_is_refused_with_the_key_of_its_text() {
        assertThat(violations(InvoiceDraft.blank(LocalDate.EPOCH)))
                .containsExactlyInAnyOrder("invoices.form.customer-required", "money.empty");
        assertThat(violations(draft(JANE, 0, InvoiceStatus.PAID, LocalDate.EPOCH)))
                .containsExactly("money.not-positive");
        assertThat(violations(draft(JANE, Invoice.MAX_CENTS + 1, InvoiceStatus.PAID, LocalDate.EPOCH)))
                .containsExactly("money.too-large");
    }

    @Test
    void the_limits_of_the_form_are_those_of_the_invoice() {
        for (var cents : List.of(Invoice.MIN_CENTS, Invoice.MAX_CENTS)) {
            var id = invoices.save(draft(JANE, cents, InvoiceStatus.PAID, LocalDate.EPOCH));
            assertThat(find(id).amount()).isEqualTo(new Money(cents));
        }
        for (var cents : List.of(Invoice.MIN_CENTS - 1, Invoice.MAX_CENTS + 1)) {
            assertThatThrownBy(
                            () -> new Invoice(null, JANE, new Money(cents), InvoiceStatus.PAID, LocalDate.EPOCH, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_second_of_two_editors_is_told_what_the_first_has_changed() {
        var read = find(PENDING);
        invoices.save(with(read, JANE, 5_000));

        var conflict = catchThrowableOfType(InvoiceConflict.class, () -> invoices.save(with(read, PINE, 7_000)));

        assertThat(conflict.theirs().differences(read)).containsExactlyInAnyOrder(Field.CUSTOMER, Field.AMOUNT);
        assertThat(conflict.theirs().amount()).isEqualTo(new Money(5_000));
        assertThat(find(PENDING).amount()).isEqualTo(new Money(5_000));
    }

    @Test
    void the_second_of_two_editors_can_overwrite() {
        var read = find(PENDING);
        invoices.save(with(read, JANE, 5_000));
        var mine = with(read, PINE, 7_000);
        var conflict = catchThrowableOfType(InvoiceConflict.class, () -> invoices.save(mine));

        invoices.save(mine.withVersion(conflict.theirs().version()));

        assertThat(find(PENDING).amount()).isEqualTo(new Money(7_000));
    }

    @Test
    void a_change_by_a_program_that_knows_no_versions_is_noticed_too() {
        var read = find(PENDING);
        jdbc.sql("update invoices set amount = 1 where id = :id")
                .param("id", PENDING)
                .update();

        assertThatExceptionOfType(InvoiceConflict.class)
                .isThrownBy(() -> invoices.save(with(read, PINE, 7_000)))
                .satisfies(conflict -> assertThat(conflict.theirs().amount()).isEqualTo(new Money(1)));
    }

    @Test
    void a_customer_who_was_deleted_meanwhile_is_told_apart() {
        var customer = UUID.randomUUID();
        assertThatExceptionOfType(UnknownCustomer.class)
                .isThrownBy(() -> invoices.save(draft(customer, 100, InvoiceStatus.PAID, LocalDate.EPOCH)));
        assertThatExceptionOfType(UnknownCustomer.class)
                .isThrownBy(() -> invoices.save(find(PENDING).withCustomer(customer)));
        assertThat(find(PENDING).customerId()).isEqualTo(PINE);
    }

    @Test
    void an_invoice_that_was_deleted_meanwhile_is_told_apart() {
        var read = find(PENDING);
        invoices.deleteAll(List.of(PENDING));

        assertThatExceptionOfType(InvoiceGone.class).isThrownBy(() -> invoices.save(read));
        assertThat(invoices.deleteAll(List.of(PENDING))).isEmpty();
        assertThat(invoices.draft(PENDING)).isEmpty();
    }

    @Test
    void a_deleted_invoice_comes_back_with_its_id_and_content() {
        var before = find(PENDING);
        var deleted = invoices.deleteAll(List.of(PENDING));

        assertThat(invoices.restoreAll(deleted)).isOne();
        assertThat(invoices.restoreAll(deleted)).as("it is back already").isZero();

        assertThat(find(PENDING).differences(before)).isEmpty();
    }

    @Test
    void what_was_read_before_a_deletion_does_not_overwrite_what_was_restored() {
        var read = find(PENDING);
        invoices.save(with(read, JANE, 5_000));
        invoices.restoreAll(invoices.deleteAll(List.of(PENDING)));

        assertThatExceptionOfType(InvoiceConflict.class).isThrownBy(() -> invoices.save(read));
    }

    @Test
    void an_invoice_whose_customer_is_gone_cannot_be_restored() {
        var customer = jdbc.sql("insert into customers (name, email, image_url) values ('A', 'a', '') returning id")
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .single();
        var deleted =
                invoices.deleteAll(List.of(invoices.save(draft(customer, 100, InvoiceStatus.PAID, LocalDate.EPOCH))));
        jdbc.sql("delete from customers where id = :id").param("id", customer).update();

        assertThatExceptionOfType(UnknownCustomer.class).isThrownBy(() -> invoices.restoreAll(deleted));
    }

    @Test
    void a_change_that_is_under_way_during_a_deletion_comes_back_with_the_invoice() throws Exception {
        try (ExecutorService threads =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            var deletion = transactions.execute(_ -> {
                jdbc.sql("update invoices set amount = 4711 where id = :id")
                        .param("id", PENDING)
                        .update();
                var started = threads.submit(() -> invoices.deleteAll(List.of(PENDING)));
                // The deletion waits for the row that is being changed.
                Awaitility.await().until(() -> waitingForLocks() > 0);
                return started;
            });

            invoices.restoreAll(deletion.get());
        }
        assertThat(find(PENDING).amount()).isEqualTo(new Money(4_711));
    }

    @Test
    void a_rule_that_somebody_has_added_is_not_taken_for_a_missing_customer() {
        jdbc.sql("alter table invoices add constraint not_so_early check (date > '2000-01-01')")
                .update();
        try {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> invoices.save(draft(JANE, 100, InvoiceStatus.PAID, LocalDate.EPOCH)));
        } finally {
            jdbc.sql("alter table invoices drop constraint not_so_early").update();
        }
    }

    @Test
    void many_are_marked_paid_and_pending_again() {
        var paid = invoices.markPaid(List.of(PENDING, PAID, ALSO_PENDING, PENDING, UUID.randomUUID()));

        assertThat(paid.versions()).containsOnlyKeys(PENDING, ALSO_PENDING);
        assertThat(find(PENDING).status()).isEqualTo(InvoiceStatus.PAID);

        assertThat(invoices.undoMarkPaid(paid)).isEqualTo(2);
        assertThat(find(PENDING).status()).isEqualTo(InvoiceStatus.PENDING);
        assertThat(find(PAID).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoices.markPaid(List.of()).count()).isZero();
    }

    @Test
    void undoing_leaves_alone_what_was_changed_since() {
        var paid = invoices.markPaid(List.of(PENDING, ALSO_PENDING));
        invoices.save(with(find(PENDING), JANE, 5_000));

        assertThat(invoices.undoMarkPaid(paid)).isEqualTo(1);
        assertThat(find(PENDING).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(find(PENDING).amount()).isEqualTo(new Money(5_000));
    }

    @Test
    void an_open_form_notices_that_the_invoice_was_marked_paid() {
        var read = find(PENDING);
        invoices.markPaid(List.of(PENDING));

        var conflict = catchThrowableOfType(InvoiceConflict.class, () -> invoices.save(with(read, PINE, 1)));
        assertThat(conflict.theirs().differences(read)).containsExactly(Field.STATUS);
    }

    @Test
    void many_at_once_mark_the_same_invoices_paid_and_each_counts_once() throws Exception {
        var ids = IntStream.range(0, 60)
                .mapToObj(_ -> invoices.save(draft(JANE, 100, InvoiceStatus.PENDING, LocalDate.EPOCH)))
                .toList();
        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(4))) {
            Callable<Integer> forwards = () -> invoices.markPaid(ids).count();
            Callable<Integer> backwards =
                    () -> invoices.markPaid(ids.reversed()).count();
            var changed = 0;
            for (var result : threads.invokeAll(List.of(forwards, backwards, forwards, backwards))) {
                changed += result.get();
            }
            assertThat(changed).isEqualTo(60);
        }
    }

    private List<String> violations(InvoiceDraft draft) {
        var refused = catchThrowableOfType(ConstraintViolationException.class, () -> invoices.save(draft));
        return refused.getConstraintViolations().stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private InvoiceDraft find(UUID id) {
        return invoices.draft(id).orElseThrow();
    }

    private static InvoiceDraft draft(UUID customer, long cents, InvoiceStatus status, LocalDate date) {
        return new InvoiceDraft(null, customer, new Money(cents), status, date, null);
    }

    private static InvoiceDraft with(InvoiceDraft read, UUID customer, long cents) {
        return new InvoiceDraft(read.id(), customer, new Money(cents), read.status(), read.date(), read.version());
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((rows, _) -> rows.getString(1))
                .single();
    }

    private long waitingForLocks() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query((rows, _) -> rows.getLong(1))
                .single();
    }
}
