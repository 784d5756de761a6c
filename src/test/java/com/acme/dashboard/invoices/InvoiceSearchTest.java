package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.invoices.InvoiceCriteria.Cents;
import com.acme.dashboard.invoices.InvoiceSearch.Dates;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceSearchTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12, 2024-12-01, 2024-12-31",
        "2024-12-06, 2024-12-06, 2024-12-06",
        "Dec 2024, 2024-12-01, 2024-12-31",
        "dec. 2024, 2024-12-01, 2024-12-31",
        "December 2024, 2024-12-01, 2024-12-31",
        "FEBRUARY 2024, 2024-02-01, 2024-02-29",
        "Sept 2024, 2024-09-01, 2024-09-30",
        "May 2024, 2024-05-01, 2024-05-31",
        "'Dec 6, 2024', 2024-12-06, 2024-12-06",
        "Dec  06 2024, 2024-12-06, 2024-12-06",
        "6 Dec 2024, 2024-12-06, 2024-12-06",
        "Dez. 2024, 2024-12-01, 2024-12-31",
        "MÄRZ 2024, 2024-03-01, 2024-03-31",
        "Mai 2024, 2024-05-01, 2024-05-31",
        "Oktober 2024, 2024-10-01, 2024-10-31",
        "6. Dezember 2024, 2024-12-06, 2024-12-06",
        "06.12.2024, 2024-12-06, 2024-12-06",
    })
    void a_date_or_month_is_recognized_before_the_words(String phrase, LocalDate first, LocalDate last) {
        assertThat(InvoiceSearch.of(phrase)).isEqualTo(new InvoiceSearch(List.of(new Dates(first, last)), List.of()));
        assertThat(InvoiceSearch.of("jane " + phrase + " paid"))
                .isEqualTo(new InvoiceSearch(List.of(new Dates(first, last)), List.of("jane", "paid")));
    }

    @ParameterizedTest
    @CsvSource({"paid, PAID", "Bezahlt, PAID", "pending, PENDING", "offen, PENDING"})
    void a_status_is_called_what_the_pages_call_it(String word, InvoiceStatus status) {
        var meanings = InvoiceSearch.of(word).meanings(InvoiceCriteria.of(InvoiceFilter.NONE), _ -> false);

        assertThat(meanings)
                .singleElement()
                .satisfies(meaning -> assertThat(meaning.statuses()).containsExactly(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-02-30", "2024-1", "Dec", "Feb 30, 2024", "Decade 2024", "x2024-12", "0-0"})
    void what_only_looks_like_a_date_is_words(String text) {
        assertThat(InvoiceSearch.of(text).dates()).isEmpty();
        assertThat(String.join(" ", InvoiceSearch.of(text).words())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "299.99, 29999, 29999",
        "$299.99, 29999, 29999",
        "448, 44800, 44899",
        "448.0, 44800, 44809",
        "448.00, 44800, 44800",
        "'$1,234.56', 123456, 123456",
        "'1,234', 123400, 123499",
        "1.234, 123400, 123499",
        "'1.234,56', 123456, 123456",
        "'299,99', 29999, 29999",
        "21474836.47, 2147483647, 2147483647",
        "21474836, 2147483600, 2147483647",
    })
    void an_amount_is_meant_in_dollars(String word, int least, int most) {
        assertThat(InvoiceSearch.cents(word)).contains(new Cents(least, most));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21474836.48", "99999999999", "1e9", "448.", ".5", "-1", "1,23,4", "12.345,678", "٤٤٨", "$"})
    void what_cannot_be_an_amount_is_none(String word) {
        assertThat(InvoiceSearch.cents(word)).isEmpty();
    }

    @Test
    void meanings_that_contradict_each_other_are_dropped() {
        var base = InvoiceCriteria.of(InvoiceFilter.NONE.withStatus(InvoiceStatus.PENDING));

        assertThat(InvoiceSearch.of("paid").meanings(base, _ -> false)).isEmpty();
        assertThat(InvoiceSearch.of("Dec 2024 Jan 2025").meanings(base, _ -> true))
                .isEmpty();
        assertThat(InvoiceSearch.of("1.00 2.00").meanings(base, _ -> false)).isEmpty();
        assertThat(InvoiceSearch.of("pending 448 448.00").meanings(base, _ -> false))
                .singleElement()
                .satisfies(criteria -> assertThat(criteria.cents()).isEqualTo(new Cents(44_800, 44_800)));
    }
}
