package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.acme.dashboard.overview.RevenueService;
import com.acme.dashboard.security.Accounts;
import com.acme.dashboard.security.Role;
import com.acme.dashboard.todos.TodoFilter;
import com.acme.dashboard.todos.TodoService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithMockUser;

@ProductionTest
@WithMockUser
class AppRoleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private CustomerService customers;

    @Autowired
    private TodoService todos;

    @Autowired
    private RevenueService revenue;

    @Autowired
    private UserDetailsService signIn;

    @Test
    void its_role_may_not_change_the_schema() {
        assertThat(JdbcClient.create(dataSource)
                        .sql("select current_user || has_schema_privilege('public', 'create')")
                        .query(String.class)
                        .single())
                .endsWith("_appfalse");
    }

    @Test
    void it_is_ready() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://localhost:%d/actuator/health/readiness".formatted(port));
            assertThat(http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("UP");
        }
    }

    @Test
    void invoices_are_made_edited_and_deleted_and_the_totals_are_right() {
        var customer = customers.save(new CustomerDraft(null, "Jörg Noir", "jn@x.test", "", null));
        var before = invoices.totals();
        var id = invoices.save(draft(null, customer, 1_000, null));
        assertThat(invoices.totals().pending()).isEqualTo(before.pending().plus(new Money(1_000)));
        invoices.save(draft(id, customer, 2_500, 0L));
        assertThat(invoices.totals().pending()).isEqualTo(before.pending().plus(new Money(2_500)));
        var paid = invoices.markPaid(List.of(id));
        assertThat(invoices.totals().paid()).isEqualTo(before.paid().plus(new Money(2_500)));
        assertThat(invoices.paidMonths(YearMonth.of(2026, 1), YearMonth.of(2026, 1)))
                .isNotEmpty();
        invoices.undoMarkPaid(paid);
        invoices.restoreAll(invoices.deleteAll(List.of(id)));
        invoices.deleteAll(List.of(id));
        assertThat(invoices.totals()).isEqualTo(before);
        assertThat(customers.page(new CustomerFilter("jorg"), PageRequest.of(0, 10)))
                .hasSize(1);
        customers.restore(customers.delete(customer));
        customers.delete(customer);
    }

    /** So many that the changes are folded into the totals. */
    @Test
    void totals_are_folded() {
        var customer = customers.save(new CustomerDraft(null, "Many", "many@x.test", "", null));
        for (int i = 0; i < 300; i++) {
            invoices.save(draft(null, customer, 100, null));
        }
        assertThat(JdbcClient.create(dataSource)
                        .sql("select sum(invoices) from customer_totals where customer_id = :id")
                        .param("id", customer)
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(invoices.totals().pendingCount()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void todos_are_added_moved_and_deleted() {
        var first = todos.add("first");
        var last = todos.add("last");
        todos.rename(first, "renamed");
        todos.moveBefore(last, first);
        assertThat(todos.page(TodoFilter.ALL, 0, 10)).first().extracting("id").isEqualTo(last);
        todos.complete(first, true);
        todos.restore(todos.clearCompleted());
        todos.delete(first);
        todos.delete(last);
    }

    @Test
    void people_sign_in_and_change_their_passwords() {
        var accounts = Accounts.in(dataSource);
        var account = accounts.create("ada@acme.test", "Ada", "correct horse", Role.ADMIN);
        accounts.setPassword(account, "another one");
        assertThat(signIn.loadUserByUsername("ada@acme.test").getUsername()).isEqualTo("ada@acme.test");
        assertThat(revenue.months()).isEmpty();
    }

    private static InvoiceDraft draft(@Nullable UUID id, UUID customer, long cents, @Nullable Long version) {
        return new InvoiceDraft(
                id, customer, new Money(cents), InvoiceStatus.PENDING, LocalDate.of(2026, 1, 15), version);
    }
}
