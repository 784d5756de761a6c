package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;

class CustomerFilterTest {

    @Test
    void what_is_written_to_the_url_is_read_back() {
        var filter = new CustomerFilter("jane 50%");

        assertThat(filter.toQueryParameters()).isEqualTo(Map.of("query", List.of("jane 50%")));
        assertThat(CustomerFilter.ofQueryParameters(filter.toQueryParameters())).isEqualTo(filter);
        assertThat(filter.isEmpty()).isFalse();
    }

    @Test
    void without_a_query_every_customer_matches() {
        assertThat(CustomerFilter.ofQueryParameters(Map.of()))
                .isEqualTo(CustomerFilter.NONE)
                .matches(CustomerFilter::isEmpty);
        assertThat(CustomerFilter.ofQueryParameters(Map.of("query", List.of()))).isEqualTo(CustomerFilter.NONE);
        assertThat(CustomerFilter.NONE.toQueryParameters()).isEmpty();
        assertThat(new CustomerFilter("x".repeat(500)).query()).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name     | ASC  | lower(c.name) asc, c.id asc",
                "name     | DESC | lower(c.name) desc, c.id desc",
                "email    | DESC | lower(c.email) desc, c.id desc",
                "paid     | DESC | coalesce(t.paid, 0) desc, lower(c.name), c.id",
                "invoices | ASC  | coalesce(t.invoices, 0) asc, lower(c.name), c.id",
                "id; drop | DESC | lower(c.name) asc, c.id asc",
            })
    void an_order_makes_every_rows_place_certain(String property, Direction direction, String sql) {
        assertThat(CustomerSort.orderBy(Sort.by(direction, property))).isEqualTo(sql);
    }

    @Test
    void the_first_known_order_counts_and_says_whether_it_needs_the_totals() {
        assertThat(CustomerSort.isByTotal(Sort.by("nothing", "pending", "name")))
                .isTrue();
        assertThat(CustomerSort.isByTotal(Sort.by("name", "pending"))).isFalse();
        assertThat(CustomerSort.isByTotal(Sort.unsorted())).isFalse();
        assertThat(CustomerSort.orderBy(Sort.unsorted())).isEqualTo("lower(c.name) asc, c.id asc");
    }

    @Test
    void an_order_is_read_from_the_url_as_it_is_written() {
        assertThat(CustomerSort.ofParameter("paid,desc")).isEqualTo(Sort.by(Direction.DESC, "paid"));
        assertThat(CustomerSort.ofParameter("sideways")).isEqualTo(CustomerSort.DEFAULT);
        assertThat(CustomerSort.toParameter(Sort.by("email"))).contains("email,asc");
        assertThat(CustomerSort.toParameter(CustomerSort.DEFAULT)).isEmpty();
        assertThat(CustomerSort.PAID.property()).isEqualTo("paid");
    }
}
