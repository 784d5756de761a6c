package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.invoices.InvoiceCriteria.Cents;
import com.acme.dashboard.invoices.InvoiceSearch.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    void a_query_means_a_bounded_number_of_things_whatever_customers_are_called() {
        var query = "1 1.0 1.00 1,0 1,00 $1 $1.0 $1.00";

        assertThat(InvoiceSearch.of(query).meanings(InvoiceCriteria.of(InvoiceFilter.NONE), _ -> true))
                .hasSize(16)
                .allSatisfy(meaning -> assertThat(meaning.customerWords()).contains("1,00", "$1", "$1.0", "$1.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "2024", "paid"})
    void what_comes_after_as_many_special_words_as_are_taken_is_of_a_customer(String word) {
        var meanings = InvoiceSearch.of("1 2 3 4 " + word).meanings(InvoiceCriteria.of(InvoiceFilter.NONE), _ -> true);

        assertThat(meanings)
                .isNotEmpty()
                .allSatisfy(criteria -> assertThat(criteria.customerWords()).contains(word));
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

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29, , ",
        "2024-03-01, 2024-03-31, 2024-03-31, 2024-04-30, 2024-03-31, 2024-03-31",
        "2024-03-01, 2024-03-31, 2024-02-01, 2024-03-01, 2024-03-01, 2024-03-01",
        "2024-03-01, 2024-03-31, 2024-01-01, 2024-12-31, 2024-03-01, 2024-03-31",
        "2024-03-01, 2024-03-31, 2024-03-05, 2024-03-06, 2024-03-05, 2024-03-06",
        ", , 2024-03-05, 2024-03-06, 2024-03-05, 2024-03-06",
    })
    void dates_of_the_filter_and_of_the_query_are_both_met(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate first,
            LocalDate last,
            @Nullable LocalDate resultFrom,
            @Nullable LocalDate resultTo) {
        var met = InvoiceCriteria.of(InvoiceFilter.NONE.withDates(from, to)).withDates(first, last);

        assertThat(met.isPresent()).isEqualTo(resultFrom != null);
        met.ifPresent(criteria -> {
            assertThat(criteria.from()).isEqualTo(resultFrom);
            assertThat(criteria.to()).isEqualTo(resultTo);
        });
    }

    @Test
    void a_year_is_all_its_days_or_part_of_a_name_or_dollars() {
        var base = InvoiceCriteria.of(InvoiceFilter.NONE);

        assertThat(InvoiceSearch.of("2024").meanings(base, _ -> true))
                .containsExactly(
                        base.withCents(new Cents(202_400, 202_499)).orElseThrow(),
                        base.withDates(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                                .orElseThrow(),
                        base.withCustomerWord("2024"));
        assertThat(InvoiceSearch.of("2024").meanings(base, _ -> false)).hasSize(2);
        assertThat(InvoiceSearch.of("1824").meanings(base, _ -> false)).hasSize(1);
    }

    @Test
    void dates_narrow_every_meaning() {
        var base = InvoiceCriteria.of(InvoiceFilter.NONE);
        var december = base.withDates(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 31))
                .orElseThrow();

        assertThat(InvoiceSearch.of("Dec 2024").meanings(base, _ -> true)).containsExactly(december);
        assertThat(InvoiceSearch.of("Dec 2024 jane").meanings(base, _ -> true))
                .containsExactly(december.withCustomerWord("jane"));
    }

    @Test
    void a_word_that_is_nothing_else_is_of_a_customer_whether_there_is_one_or_not() {
        var base = InvoiceCriteria.of(InvoiceFilter.NONE);

        assertThat(InvoiceSearch.of("jane doe").meanings(base, _ -> false))
                .containsExactly(base.withCustomerWord("jane").withCustomerWord("doe"));
    }

    @ParameterizedTest
    @CsvSource({
        "January 2024, 1",
        "feb 2024, 2",
        "Mrz 2024, 3",
        "märz 2024, 3",
        "April 2024, 4",
        "May 2024, 5",
        "Juni 2024, 6",
        "Juli 2024, 7",
        "aug 2024, 8",
        "September 2024, 9",
        "Okt. 2024, 10",
        "NOV 2024, 11",
        "Dezember 2024, 12",
        "ma\u0131 2024, 5",
        "MA\u0130 2024, 5",
        "JUN\u0130 2024, 6",
        "\u017fep 2024, 9",
        "augu\u017ft 2024, 8",
        "o\u212atober 2024, 10",
    })
    void every_month_has_its_names(String phrase, int month) {
        assertThat(InvoiceSearch.of(phrase).dates())
                .containsExactly(new Dates(
                        YearMonth.of(2024, month).atDay(1),
                        YearMonth.of(2024, month).atEndOfMonth()));
    }

    @Test
    void what_the_filter_says_besides_its_query_is_the_base() {
        var none = InvoiceCriteria.of(InvoiceFilter.NONE);
        var day = LocalDate.of(2024, 1, 1);

        assertThat(none.hasStatus()).isFalse();
        assertThat(none.hasDates()).isFalse();
        assertThat(InvoiceCriteria.of(InvoiceFilter.NONE.withStatus(InvoiceStatus.PAID))
                        .hasStatus())
                .isTrue();
        assertThat(InvoiceCriteria.of(InvoiceFilter.NONE.withDates(day, null)).hasDates())
                .isTrue();
        assertThat(InvoiceCriteria.of(InvoiceFilter.NONE.withDates(null, day)).hasDates())
                .isTrue();
        assertThat(none.withStatus(InvoiceStatus.PAID).orElseThrow().withStatus(InvoiceStatus.PENDING))
                .isEmpty();
    }

    @Test
    void conditions_are_written_with_parameters_for_all_that_was_typed() {
        var day = LocalDate.of(2024, 1, 2);
        var criteria = InvoiceCriteria.of(
                InvoiceFilter.NONE.withStatus(InvoiceStatus.PAID).withDates(day, day.plusDays(1)));
        var range = criteria.withCents(new Cents(1, 2)).orElseThrow();
        var exact = criteria.withCents(new Cents(3, 3)).orElseThrow();
        var conditions = new SqlConditions();

        assertThat(SqlConditions.statuses(criteria)).isEqualTo("'paid'");
        assertThat(SqlConditions.statuses(InvoiceCriteria.of(InvoiceFilter.NONE)))
                .isEqualTo("'pending', 'paid'");
        assertThat(conditions.amounts(criteria)).isEmpty();
        assertThat(conditions.amounts(range)).isEqualTo(" and amount between :p0 and :p1");
        assertThat(conditions.amounts(exact)).isEqualTo(" and amount = :p2");
        assertThat(conditions.dates(criteria)).isEqualTo(" and date >= :p3 and date <= :p4");
        assertThat(conditions.dates(InvoiceCriteria.of(InvoiceFilter.NONE))).isEmpty();
        assertThat(conditions.customerHasAll(new LinkedHashSet<>(List.of("50%", "jane"))))
                .isEqualTo("c.search_text like search_text(:p5) and c.search_text like search_text(:p6)");
        assertThat(conditions.ids(List.of(new UUID(0, 1)))).isEqualTo("cast(:p7 as uuid[])");
        assertThat(conditions.parameters())
                .containsEntry("p0", 1)
                .containsEntry("p1", 2)
                .containsEntry("p2", 3)
                .containsEntry("p3", day)
                .containsEntry("p4", day.plusDays(1))
                .containsEntry("p5", "%50\\%%")
                .containsEntry("p6", "%jane%")
                .containsEntry("p7", new String[] {new UUID(0, 1).toString()})
                .hasSize(8);
    }
}
