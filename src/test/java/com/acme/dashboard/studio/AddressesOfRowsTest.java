package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How filters and orders stand in the address of a page. */
class AddressesOfRowsTest {

    @ParameterizedTest
    @EnumSource(Operator.class)
    void a_filter_is_read_as_it_was_written_whatever_its_column_is_called(Operator operator) {
        var filter = new ColumnFilter("a,b & \"c\" ü%", operator, "1,5 & more");

        assertThat(ColumnFilter.ofParameter(filter.toParameter())).contains(filter);
    }

    @Test
    void a_filter_says_its_operator_its_column_and_its_value() {
        assertThat(new ColumnFilter("amount", Operator.AT_LEAST, "100").toParameter())
                .isEqualTo("at-least,amount,100");
        assertThat(new ColumnFilter("amount", Operator.EMPTY, "ignored").toParameter())
                .isEqualTo("empty,amount");
        assertThat(ColumnFilter.ofParameter("empty,amount,ignored"))
                .contains(new ColumnFilter("amount", Operator.EMPTY, ""));
    }

    @Test
    void a_value_is_cut_where_it_is_longer_than_any_sensible_one() {
        var longest = "x".repeat(ColumnFilter.LONGEST_VALUE);

        assertThat(new ColumnFilter("name", Operator.IS, longest + "y").value()).isEqualTo(longest);
        assertThat(new ColumnFilter("name", Operator.IS, longest).value()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "is", "is,amount", "like,amount,1", "is,%zz,1", ",amount,1", "IS,amount,1"})
    void a_malformed_filter_is_none(String parameter) {
        assertThat(ColumnFilter.ofParameter(parameter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'amount', amount, false",
        "'amount,asc', amount, false",
        "'amount,desc', amount, true",
        "'a%2Cb', 'a,b', false"
    })
    void an_order_is_read(String parameter, String column, boolean descending) {
        assertThat(RowSort.ofParameter(parameter)).contains(new RowSort(column, descending));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",desc", "amount,down", "amount,DESC", "amount,desc,", "%zz"})
    void a_malformed_order_is_none(String parameter) {
        assertThat(RowSort.ofParameter(parameter)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_order_is_read_as_it_was_written(boolean descending) {
        var sort = new RowSort("a,b & ü", descending);

        assertThat(RowSort.ofParameter(sort.toParameter())).contains(sort);
        assertThat(new RowSort("amount", descending).toParameter()).isEqualTo(descending ? "amount,desc" : "amount");
    }
}
