package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
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

    @Test
    void of_a_query_only_what_the_table_has_and_can_do_counts() {
        var table = new TableName("public", "notes");
        var shape = new TableShape(
                table,
                TableKind.TABLE,
                List.of(
                        column("size", ValueKind.NUMBER, false),
                        column("body", ValueKind.JSON, false),
                        column("place", ValueKind.OTHER, false),
                        column("password", ValueKind.TEXT, true)),
                List.of(),
                null,
                RowWriters.THIS_ROLE,
                List.of(),
                List.of());
        var size = new ColumnFilter("size", Operator.MORE, "1");
        var query = RowQuery.all(table)
                .with(List.of(
                        size,
                        new ColumnFilter("size", Operator.CONTAINS, "1"),
                        new ColumnFilter("weight", Operator.MORE, "1"),
                        new ColumnFilter("password", Operator.IS, "1")));

        assertThat(query.within(shape)).isEqualTo(new RowQuery(table, List.of(size), null));
        for (var unsortable : List.of("weight", "body", "place", "password")) {
            assertThat(query.with(new RowSort(unsortable, true)).within(shape).sort())
                    .isNull();
        }
        var sort = new RowSort("size", true);
        assertThat(query.with(sort).within(shape)).isEqualTo(new RowQuery(table, List.of(size), sort));
        assertThat(query.with(sort).with(List.of()).sort()).isEqualTo(sort);
    }

    @Test
    void nobody_combines_more_conditions_than_count() {
        var filter = new ColumnFilter("size", Operator.EMPTY, "");
        var most = Collections.nCopies(RowQuery.MOST_FILTERS, filter);

        assertThat(new RowQuery(new TableName("a", "b"), Collections.nCopies(21, filter), null).filters())
                .isEqualTo(most);
        assertThat(new RowQuery(new TableName("a", "b"), most, null).filters()).isEqualTo(most);
    }

    private static TableColumn column(String name, ValueKind kind, boolean secret) {
        return new TableColumn(name, "type", "type", kind, true, null, false, false, List.of(), null, secret);
    }
}
