package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser
class CustomerServiceTest {

    private static final UUID JANE = UUID.fromString("c0000000-0000-4000-8000-000000000002");

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

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
        assertThat(customers.options(query, PageRequest.of(0, 10))).hasSize(found);
        assertThat(customers.optionCount(query)).isEqualTo(found);
    }

    @Test
    void customers_of_the_same_name_each_appear_once_when_paging() {
        jdbc.sql(
                        "insert into customers (name, email, image_url) select 'Same Name', n || '@same.test', '' from generate_series(1, 100) n")
                .update();
        var seen = new HashSet<UUID>();
        for (var page = 0; page < 10; page++) {
            customers.options("same", PageRequest.of(page, 10)).forEach(option -> seen.add(option.id()));
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void a_customer_is_found_by_id_with_totals() {
        assertThat(customers.find(JANE)).hasValue(new CustomerOption(JANE, "Jane Okafor", "jane@okafor.test", ""));
        assertThat(customers.detail(JANE)).hasValueSatisfying(jane -> {
            assertThat(List.of(
                            jane.invoiceCount(),
                            jane.pending().cents(),
                            jane.paid().cents()))
                    .containsExactly(2L, 123_456L, 1_999L);
        });
        assertThat(customers.find(UUID.randomUUID())).isEmpty();
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
}
