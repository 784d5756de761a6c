package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.dashboard.IntegrationTest;
import jakarta.validation.ConstraintViolationException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

@IntegrationTest
@WithMockUser
@RecordApplicationEvents
class CustomerServiceTest {

    private static final UUID JANE = UUID.fromString("c0000000-0000-4000-8000-000000000002");

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "jane, 1",
        "JANE okafor, 1",
        "nordlicht.test, 1",
        "test, 3",
        "jane harbor, 0",
        "%, 0",
        "_, 0",
        "&, 1",
        "\\, 0",
        "'''', 0",
    })
    void every_word_is_found_in_the_name_or_the_email(String query, int found) {
        var filter = new CustomerFilter(query);
        assertThat(customers.options(filter, PageRequest.of(0, 10))).hasSize(found);
        assertThat(customers.count(filter)).isEqualTo(found);
    }

    @Test
    void customers_of_the_same_name_each_appear_once_when_paging() {
        jdbc.sql(
                        "insert into customers (name, email, image_url) select 'Same Name', n || '@same.test', '' from generate_series(1, 100) n")
                .update();
        var seen = new HashSet<UUID>();
        for (var page = 0; page < 10; page++) {
            customers
                    .options(new CustomerFilter("same"), PageRequest.of(page, 10))
                    .forEach(option -> seen.add(option.id()));
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void a_customer_is_found_by_id_with_totals() {
        assertThat(customers.option(JANE)).hasValue(new CustomerOption(JANE, "Jane Okafor", "jane@okafor.test", ""));
        assertThat(customers.detail(JANE)).hasValueSatisfying(jane -> {
            assertThat(List.of(
                            jane.invoiceCount(),
                            jane.pending().cents(),
                            jane.paid().cents()))
                    .containsExactly(2L, 123_456L, 1_999L);
        });
        assertThat(customers.option(UUID.randomUUID())).isEmpty();
        assertThat(customers.detail(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_customer_without_invoices_has_totals_of_nothing() {
        var id = jdbc.sql(
                        "insert into customers (name, email, image_url) values ('New', 'new@example.test', '') returning id")
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .single();
        assertThat(customers.detail(id))
                .hasValueSatisfying(
                        customer -> assertThat(customer.invoiceCount()).isZero());
    }

    @Test
    void a_new_customer_is_stored_as_it_was_typed_whatever_it_is() {
        var name = "<b onclick=\"x\">& '😀' \\ %_".concat("é".repeat(200));
        var id = customers.save(new CustomerDraft(null, name, "b@x.test", "", null));

        assertThat(customers.draft(id)).hasValue(new CustomerDraft(id, name, "b@x.test", "", 0L));
        assertThat(customers.option(id)).hasValue(new CustomerOption(id, name, "b@x.test", ""));
    }

    @Test
    void what_breaks_the_rules_is_refused_whoever_asks() {
        assertThatThrownBy(() -> customers.save(new CustomerDraft(null, "A", "a@a.test", "javascript:x", null)))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void every_change_is_announced(ApplicationEvents events) {
        var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "", null));
        customers.save(customers.draft(id).orElseThrow());
        customers.restore(customers.delete(id));

        assertThat(events.stream(CustomersChanged.class)).hasSize(4);
    }

    @Test
    void the_second_of_two_editors_is_told_what_the_first_has_changed_and_can_overwrite() {
        var read = customers.draft(JANE).orElseThrow();
        customers.save(named(read, "Jane O."));
        var mine = named(read, "J. Okafor");

        var conflict = catchThrowableOfType(CustomerConflict.class, () -> customers.save(mine));

        assertThat(conflict.theirs().differences(read)).containsExactly(CustomerDraft.Field.NAME);
        assertThat(customers.option(JANE)).map(CustomerOption::name).hasValue("Jane O.");
        customers.save(mine.withVersion(conflict.theirs().version()));
        assertThat(customers.option(JANE)).map(CustomerOption::name).hasValue("J. Okafor");
    }

    @Test
    void a_customer_who_was_deleted_meanwhile_is_told_apart() {
        var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "", null));
        var read = customers.draft(id).orElseThrow();
        customers.delete(id);

        assertThatExceptionOfType(CustomerGone.class).isThrownBy(() -> customers.save(read));
        assertThatExceptionOfType(CustomerGone.class).isThrownBy(() -> customers.delete(id));
        assertThat(customers.draft(id)).isEmpty();
    }

    @Test
    void a_customer_with_invoices_stays_and_it_is_said_how_many_there_are() {
        assertThatExceptionOfType(CustomerHasInvoices.class)
                .isThrownBy(() -> customers.delete(JANE))
                .satisfies(kept -> assertThat(kept.count()).isEqualTo(2));
        assertThat(customers.option(JANE)).isPresent();
    }

    @Test
    void an_invoice_that_is_created_during_the_deletion_wins() throws Exception {
        var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "", null));
        try (ExecutorService threads =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            var deletion = transactions.execute(_ -> {
                jdbc.sql(
                                "insert into invoices (customer_id, amount, status, date) values (:id, 1, 'paid', '2024-12-06')")
                        .param("id", id)
                        .update();
                var started = threads.submit(() -> customers.delete(id));
                // The deletion has seen no invoice and waits for the row that the new one refers to.
                Awaitility.await().until(() -> waitingForLocks() > 0);
                return started;
            });

            assertThatThrownBy(deletion::get).hasCauseInstanceOf(CustomerHasInvoices.class);
        }
        assertThat(customers.option(id)).isPresent();
    }

    @Test
    void a_deleted_customer_comes_back_with_the_same_id_and_outdates_what_was_read_before() {
        var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "/new.png", null));
        var read = customers.draft(id).orElseThrow();
        var deleted = customers.delete(id);

        customers.restore(deleted);
        customers.restore(deleted);

        assertThat(customers.option(id)).hasValue(new CustomerOption(id, "New", "new@example.test", "/new.png"));
        assertThat(customers.count(new CustomerFilter("new@example"))).isOne();
        assertThatExceptionOfType(CustomerConflict.class).isThrownBy(() -> customers.save(read));
    }

    @Test
    void a_change_that_is_under_way_during_a_deletion_comes_back_with_the_customer() throws Exception {
        var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "", null));
        try (ExecutorService threads =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            var deletion = transactions.execute(_ -> {
                jdbc.sql("update customers set name = 'Newer' where id = :id")
                        .param("id", id)
                        .update();
                var started = threads.submit(() -> customers.delete(id));
                // The deletion waits for the row that is being changed.
                Awaitility.await().until(() -> waitingForLocks() > 0);
                return started;
            });

            customers.restore(deletion.get());
        }
        assertThat(customers.option(id)).map(CustomerOption::name).hasValue("Newer");
    }

    @Test
    void a_customer_whom_another_program_left_without_name_and_email_is_edited_and_deleted() {
        var id = jdbc.sql("insert into customers (name, email, image_url) values ('', ' ', '') returning id")
                .query((rows, _) -> rows.getObject("id", UUID.class))
                .single();

        var read = customers.draft(id).orElseThrow();
        assertThatThrownBy(() -> customers.save(read)).isInstanceOf(ConstraintViolationException.class);
        customers.save(new CustomerDraft(id, "Named", "now@named.test", "", read.version()));
        assertThat(customers.option(id)).map(CustomerOption::name).hasValue("Named");

        jdbc.sql("update customers set name = ' ', email = '' where id = :id")
                .param("id", id)
                .update();
        customers.delete(id);
        assertThat(customers.option(id)).isEmpty();
    }

    @Test
    void a_table_that_somebody_has_added_is_not_taken_for_invoices() {
        jdbc.sql("create table letters (customer_id uuid references customers (id))")
                .update();
        try {
            var id = customers.save(new CustomerDraft(null, "New", "new@example.test", "", null));
            jdbc.sql("insert into letters values (:id)").param("id", id).update();

            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> customers.delete(id));
        } finally {
            jdbc.sql("drop table letters").update();
        }
    }

    @Test
    void another_customer_of_the_same_email_is_found_without_regard_to_case() {
        assertThat(customers.withEmail("JANE@okafor.test", null))
                .map(CustomerOption::name)
                .hasValue("Jane Okafor");
        assertThat(customers.withEmail("jane@okafor.test", JANE)).isEmpty();
        assertThat(customers.withEmail("jane", null)).isEmpty();
    }

    private static CustomerDraft named(CustomerDraft read, String name) {
        return new CustomerDraft(read.id(), name, read.email(), read.imageUrl(), read.version());
    }

    private long waitingForLocks() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query((rows, _) -> rows.getLong(1))
                .single();
    }
}
