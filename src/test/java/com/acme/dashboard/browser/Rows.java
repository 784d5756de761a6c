package com.acme.dashboard.browser;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomersChanged;
import com.acme.dashboard.invoices.InvoiceDraft;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.acme.dashboard.invoices.InvoicesChanged;
import com.acme.dashboard.security.Accounts;
import com.acme.dashboard.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * The rows of one test among those of the others that run at the same time: all of them have the test's mark in a name.
 * A colleague makes and changes them through the services, as in another browser; with the test they are gone.
 */
final class Rows implements AutoCloseable {

    static final String PASSWORD = "of a test";

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final String mark = markOf(TESTS.incrementAndGet());
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final CustomerService customers;
    private final InvoiceService invoices;
    private final Accounts accounts;

    Rows(ApplicationContext application) {
        events = application;
        jdbc = application.getBean(JdbcClient.class);
        customers = application.getBean(CustomerService.class);
        invoices = application.getBean(InvoiceService.class);
        accounts = application.getBean(Accounts.class);
    }

    /** A word that stands in the names of this test's rows and of no others. */
    String mark() {
        return mark;
    }

    /** This name with the mark. */
    String name(String name) {
        return name + " " + mark;
    }

    /** An email address of this test. */
    String email(String name) {
        return name + "@" + mark.toLowerCase(Locale.ROOT) + ".test";
    }

    /** A new customer with that name and the mark. */
    Customer customer(String name) {
        var draft = new CustomerDraft(null, name(name), email("someone"), "", null);
        return new Customer(asColleague(() -> customers.save(draft)), draft.name());
    }

    UUID invoice(Customer customer, long cents, InvoiceStatus status, LocalDate date) {
        var draft = new InvoiceDraft(null, customer.id(), new Money(cents), status, date, null);
        return asColleague(() -> invoices.save(draft));
    }

    /** A pending one of a day that the other rows have nothing of. */
    UUID invoice(Customer customer, long cents) {
        return invoice(customer, cents, InvoiceStatus.PENDING, LocalDate.of(2024, 3, 15));
    }

    /** As many pending ones of one day, of $10.01, $10.02 and so on. */
    void invoices(Customer customer, int number) {
        jdbc.sql("""
                        insert into invoices (customer_id, amount, status, date)
                        select :customer, 1000 + n, 'pending', date '2024-01-01'
                        from generate_series(1, :number) n
                        """).param("customer", customer.id()).param("number", number).update();
    }

    void changeAmount(UUID invoice, long cents) {
        asColleague(() -> {
            var draft = invoices.draft(invoice).orElseThrow();
            return invoices.save(new InvoiceDraft(
                    invoice, draft.customerId(), new Money(cents), draft.status(), draft.date(), draft.version()));
        });
    }

    void markPaid(UUID... ids) {
        asColleague(() -> invoices.markPaid(List.of(ids)));
    }

    void delete(UUID... ids) {
        asColleague(() -> invoices.deleteAll(List.of(ids)));
    }

    /** The amounts of the test's invoices in cents, in ascending order. */
    List<Long> amounts() {
        return jdbc.sql("""
                        select i.amount from invoices i join customers c on c.id = i.customer_id
                        where c.name like '%' || :mark || '%'
                        order by i.amount
                        """)
                .param("mark", mark)
                .query((rows, _) -> rows.getLong(1))
                .list();
    }

    /** A new account with the role USER and {@link #PASSWORD}; its email address. */
    String account() {
        return accounts.create(email("account"), name("Uma"), PASSWORD, Role.USER)
                .email();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        var ids = jdbc.sql("select id from customers where name like '%' || :mark || '%'")
                .param("mark", mark)
                .query(UUID.class)
                .list();
        for (var id : ids) {
            jdbc.sql("delete from invoices where customer_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("delete from customers where id = :id").param("id", id).update();
        }
        jdbc.sql("delete from users where name like '%' || :mark || '%'")
                .param("mark", mark)
                .update();
        // What is shown of all rows together, to other tests, is without them now.
        events.publishEvent(new InvoicesChanged());
        events.publishEvent(new CustomersChanged());
    }

    private static <T> T asColleague(Supplier<T> action) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken("colleague", "", "USER")));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Letters only, so that no part of it is found in an amount or a date. */
    private static String markOf(int number) {
        var letters = new StringBuilder("Qx");
        for (var rest = number; rest > 0; rest /= 10) {
            letters.append((char) ('a' + rest % 10));
        }
        return letters.append('x').toString();
    }

    /** One of the test's customers. */
    record Customer(UUID id, String name) {}
}
