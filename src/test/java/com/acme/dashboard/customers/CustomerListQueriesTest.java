package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The list against the same computed plainly in Java, over random customers with and without invoices. */
@IntegrationTest
@WithMockUser
class CustomerListQueriesTest {

    private static final int PAGE = 7;

    private final Random random = new Random(20261122);
    private List<CustomerRow> everyone = List.of();

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        jdbc.sql("delete from invoices").update();
        jdbc.sql("delete from customers").update();
        everyone = new ArrayList<>();
        for (var number = 0; number < 60; number++) {
            // Few names and amounts, so that many customers are equal in what they are sorted by.
            everyone.add(withInvoices("%s %d".formatted(random.nextBoolean() ? "Ann" : "bob", random.nextInt(9))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_order_is_that_of_a_plain_computation_and_pages_repeat_and_lose_nobody(CustomerSort sort) {
        for (var direction : Direction.values()) {
            assertThat(inPages(CustomerFilter.NONE, Sort.by(direction, sort.property())))
                    .containsExactlyElementsOf(
                            everyone.stream().sorted(plainly(sort, direction)).toList());
        }
    }

    @Test
    void a_search_keeps_the_order_and_agrees_with_its_count() {
        var wanted = new CustomerFilter("  ANN 3@ ");

        var expected = everyone.stream()
                .filter(customer -> customer.name().startsWith("Ann"))
                .filter(customer -> customer.email().contains("3@"))
                .sorted(plainly(CustomerSort.PAID, Direction.DESC))
                .toList();

        assertThat(inPages(wanted, Sort.by(Direction.DESC, "paid")))
                .isNotEmpty()
                .containsExactlyElementsOf(expected);
        assertThat(customers.count(wanted)).isEqualTo(expected.size());
    }

    @Test
    void an_unknown_order_is_by_name() {
        assertThat(inPages(CustomerFilter.NONE, Sort.by("shoesize; drop table customers")))
                .isEqualTo(inPages(CustomerFilter.NONE, CustomerSort.DEFAULT));
    }

    @Test
    void a_customers_page_has_the_totals_of_the_list() {
        assertThat(everyone)
                .allSatisfy(
                        customer -> assertThat(customers.detail(customer.id())).hasValue(customer));
    }

    private List<CustomerRow> inPages(CustomerFilter filter, Sort sort) {
        var found = new ArrayList<CustomerRow>();
        var page = 0;
        List<CustomerRow> rows;
        do {
            rows = customers.page(filter, PageRequest.of(page++, PAGE, sort));
            found.addAll(rows);
        } while (!rows.isEmpty());
        return found;
    }

    private static Comparator<CustomerRow> plainly(CustomerSort sort, Direction direction) {
        var byName = Comparator.<CustomerRow, String>comparing(row -> row.name().toLowerCase(Locale.ROOT))
                .thenComparing(row -> row.id().toString());
        var byKey = switch (sort) {
            case NAME -> byName;
            case EMAIL -> Comparator.comparing(CustomerRow::email).thenComparing(byName);
            case INVOICES -> Comparator.comparingLong(CustomerRow::invoiceCount);
            case PENDING -> Comparator.comparing(CustomerRow::pending);
            case PAID -> Comparator.comparing(CustomerRow::paid);
        };
        return (direction.isAscending() ? byKey : byKey.reversed()).thenComparing(byName);
    }

    private CustomerRow withInvoices(String name) {
        var id = UUID.randomUUID();
        var email = id + "." + random.nextInt(9) + "@example.test";
        jdbc.sql("insert into customers (id, name, email, image_url) values (:id, :name, :email, '')")
                .param("id", id)
                .param("name", name)
                .param("email", email)
                .update();
        var count = random.nextInt(4);
        var pending = 0L;
        var paid = 0L;
        for (var invoice = 0; invoice < count; invoice++) {
            var cents = 100L * (1 + random.nextInt(3));
            var isPaid = random.nextBoolean();
            jdbc.sql(
                            "insert into invoices (customer_id, amount, status, date) values (:id, :cents, :status, '2024-12-06')")
                    .param("id", id)
                    .param("cents", cents)
                    .param("status", isPaid ? "paid" : "pending")
                    .update();
            paid += isPaid ? cents : 0;
            pending += isPaid ? 0 : cents;
        }
        return new CustomerRow(id, name, email, "", count, new Money(pending), new Money(paid));
    }
}
