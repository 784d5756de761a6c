package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Sort;

class InvoiceFilterTest {

    @Test
    void what_is_written_to_the_url_is_read_back() {
        var filter = InvoiceFilter.NONE
                .withQuery("jane 50%")
                .withStatus(InvoiceStatus.PAID)
                .withDates(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 4));

        assertThat(filter.toQueryParameters())
                .isEqualTo(Map.of(
                        "query", List.of("jane 50%"),
                        "status", List.of("paid"),
                        "from", List.of("2024-01-02"),
                        "to", List.of("2024-03-04")));
        assertThat(InvoiceFilter.ofQueryParameters(filter.toQueryParameters())).isEqualTo(filter);
    }

    @Test
    void without_parameters_every_invoice_matches() {
        assertThat(InvoiceFilter.ofQueryParameters(Map.of()))
                .isEqualTo(InvoiceFilter.NONE)
                .matches(InvoiceFilter::isEmpty);
        assertThat(InvoiceFilter.NONE.toQueryParameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paid", "overdue", "", "2024-02-30", "2024-1-1", "yesterday", "paid'--", "+99999-01-01"})
    void malformed_parameters_are_ignored(String value) {
        var parameters = Map.of("status", List.of(value), "from", List.of(value), "to", List.of(value));

        assertThat(InvoiceFilter.ofQueryParameters(parameters)).isEqualTo(InvoiceFilter.NONE);
        assertThat(InvoiceFilter.ofQueryParameters(Map.of("status", List.of()))).isEqualTo(InvoiceFilter.NONE);
    }

    @Test
    void dates_the_wrong_way_round_are_swapped() {
        var early = LocalDate.of(2024, 1, 1);
        var late = LocalDate.of(2024, 12, 31);

        assertThat(InvoiceFilter.NONE.withDates(late, early)).isEqualTo(InvoiceFilter.NONE.withDates(early, late));
    }

    @Test
    void of_a_query_the_first_200_characters_count() {
        assertThat(InvoiceFilter.NONE.withQuery("x".repeat(500)).query()).hasSize(200);
        assertThat(InvoiceFilter.NONE.withQuery("😀".repeat(300)).query()).isEqualTo("😀".repeat(200));
    }

    @ParameterizedTest
    @CsvSource({
        "'date,desc', date, DESC",
        "'amount,asc', amount, ASC",
        "'customer', customer, ASC",
        "'status,DESC', status, DESC",
        "'amount,sideways', date, DESC",
        "'amount;drop table invoices', date, DESC",
        "'', date, DESC",
        "',', date, DESC",
        "'id,asc', date, DESC",
    })
    void a_sort_is_read_from_the_url_or_is_newest_first(String parameter, String property, Sort.Direction direction) {
        assertThat(InvoiceSort.ofParameter(parameter)).isEqualTo(Sort.by(direction, property));
    }

    @Test
    void only_a_sort_that_is_not_the_default_is_written_to_the_url() {
        assertThat(InvoiceSort.toParameter(InvoiceSort.DEFAULT)).isEmpty();
        assertThat(InvoiceSort.toParameter(Sort.unsorted())).isEmpty();
        assertThat(InvoiceSort.toParameter(Sort.by("amount"))).contains("amount,asc");
        assertThat(InvoiceSort.toParameter(Sort.by("date"))).contains("date,asc");
    }

    @Test
    void an_order_that_is_not_known_is_neither_read_nor_written() {
        assertThat(InvoiceSort.ofParameter(null)).isEqualTo(InvoiceSort.DEFAULT);
        assertThat(InvoiceSort.toParameter(Sort.by("id"))).isEmpty();
        assertThat(InvoiceSort.toParameter(Sort.by("id", "amount"))).contains("amount,asc");
        assertThat(InvoiceSort.ofProperty("amount")).contains(InvoiceSort.AMOUNT);
        assertThat(InvoiceSort.ofProperty("id")).isEmpty();
        assertThat(InvoiceSort.EMAIL.property()).isEqualTo("email");
    }

    @Test
    void a_filter_of_one_customer_is_not_empty_and_not_in_the_url() {
        var filter = InvoiceFilter.NONE.withCustomer(new UUID(0, 1));

        assertThat(filter.customerId()).isEqualTo(new UUID(0, 1));
        assertThat(filter.isEmpty()).isFalse();
        assertThat(filter.toQueryParameters()).isEmpty();
        assertThat(filter.withCustomer(null)).isEqualTo(InvoiceFilter.NONE);
    }
}
