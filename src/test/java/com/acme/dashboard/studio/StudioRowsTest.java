package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioRowsTest extends StudioRowsIntegrationTest {

    @Test
    void shows_values_of_every_type_as_postgresql_writes_them() {
        var row = page(RowQuery.all(THINGS)).getFirst();

        assertThat(texts(row))
                .containsExactly(
                        "1",
                        "one 100%",
                        "9.99",
                        "sad",
                        "10",
                        "false",
                        "2024-12-06",
                        "2024-12-06 10:00:00+00",
                        "{\"a\":1}",
                        "{\"b\": [1, 2]}",
                        "\\xdeadbeef",
                        "{x,\"y z\"}",
                        "[1,5)",
                        "10.0.0.1/32",
                        "(1,2)",
                        "c0000000-0000-4000-8000-000000000001",
                        "1 day",
                        "2");
    }

    @Test
    void tells_no_value_from_an_empty_text() {
        run("update \"studio test\".things set name = '' where id = 2");

        var name = page(RowQuery.all(THINGS)).stream().map(row -> row.cells().get(1));

        assertThat(name).containsExactly(new Cell("one 100%", false), new Cell("", false), null);
    }

    @ParameterizedTest
    @CsvSource({
        "contains, name, 100%, 1",
        "begins, name, TWO, 2",
        "is, name, two 100, 2",
        "is-not, name, two 100, 1 3",
        "empty, name, '', 3",
        "not-empty, name, '', 1 2",
        "less, price, 10, 1",
        "at-most, price, 9.99, 1",
        "at-least, price, 9.99, 1 2",
        "more, price, 9.99, 2",
        "is, mood, happy, 2",
        "is, share, 20, 2",
        "less, share, 150, 1 2",
        "is, bytes, \\xf0, 2",
        "is, on_sale, true, 2",
        "at-least, day, 2025-01-01, 2",
        "less, at, 2024-12-31 12:00+01, 1",
        "is, uuid, c0000000-0000-4000-8000-000000000002, 2",
        "contains, jsonb, 'b', 1",
        "contains, tags, y z, 1",
        "contains, point, '(1', 1",
        "empty, bytes, '', 3",
        "is, ip, 10.0.0.2, 2",
        "is, twice, 4, 2",
    })
    void filters_by_each_kind_of_column(String operator, String column, String value, String expected) {
        var filter =
                ColumnFilter.ofParameter(operator + "," + column + "," + value).orElseThrow();

        var found = page(RowQuery.all(THINGS).with(List.of(filter)));

        assertThat(found.stream().map(row -> texts(row).getFirst())).containsExactly(expected.split(" "));
        assertThat(rows.count(shape(THINGS), RowQuery.all(THINGS).with(List.of(filter))))
                .isEqualTo(new RowCount(found.size(), RowCount.Precision.EXACT));
    }

    @Test
    void combines_filters() {
        var both = Stream.of("contains,name,100", "more,price,10")
                .map(parameter -> ColumnFilter.ofParameter(parameter).orElseThrow())
                .toList();

        assertThat(page(RowQuery.all(THINGS).with(both)))
                .extracting(Row::number)
                .containsExactly(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is,price,cheap", "is,uuid,7", "at-least,day,tomorrowish", "is,mood,angry", "is,share,x"})
    void says_in_postgresqls_words_what_is_wrong_with_a_filter(String parameter) {
        var query = RowQuery.all(THINGS)
                .with(List.of(ColumnFilter.ofParameter(parameter).orElseThrow()));

        assertThatThrownBy(() -> page(query)).isInstanceOf(InvalidFilter.class).hasMessageContaining("invalid input");
    }

    @Test
    void leaves_out_what_the_table_does_not_have() {
        var query = new RowQuery(
                THINGS,
                List.of(
                        new ColumnFilter("nothing", Operator.IS, "1"),
                        new ColumnFilter("bytes", Operator.CONTAINS, "1"),
                        new ColumnFilter("point", Operator.IS, "(1,2)")),
                new RowSort("point", false));

        assertThat(page(query)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id", "name", "price", "mood", "on_sale", "day", "at", "tags", "range", "ip", "uuid", "gap", "bytes"
            })
    void sorts_up_and_down_with_rows_without_a_value_last(String column) {
        var up = page(RowQuery.all(THINGS).with(new RowSort(column, false)));
        var down = page(RowQuery.all(THINGS).with(new RowSort(column, true)));

        assertThat(texts(up.getFirst()).getFirst()).isEqualTo("1");
        if (!column.equals("id")) {
            assertThat(texts(up.getLast()).getFirst()).isEqualTo("3");
            assertThat(texts(down.getLast()).getFirst()).isEqualTo("3");
        }
        assertThat(down).hasSize(3);
    }

    @Test
    void counts_up_to_a_limit_and_takes_the_statistics_beyond() {
        run("create table \"studio test\".big as select n as id from generate_series(1, 20000) n");
        run("analyze \"studio test\".big");
        var table = new TableName("studio test", "big");

        assertThat(rows.count(shape(table), RowQuery.all(table)))
                .isEqualTo(new RowCount(20_000, RowCount.Precision.ABOUT));
        var some = List.of(new ColumnFilter("id", Operator.AT_LEAST, "100"));
        assertThat(rows.count(shape(table), RowQuery.all(table).with(some)))
                .isEqualTo(new RowCount(10_000, RowCount.Precision.MORE_THAN));
    }

    @Test
    void reads_tables_without_a_key_views_and_partitions() {
        run("create table \"studio test\".keyless (n integer)");
        run("insert into \"studio test\".keyless values (1), (1)");
        run("create view \"studio test\".seen as select * from \"studio test\".things");
        run("create table \"studio test\".parted (n integer primary key) partition by range (n)");
        run("create table \"studio test\".low partition of \"studio test\".parted for values from (0) to (10)");
        run("insert into \"studio test\".parted values (3)");

        var keyless = page(RowQuery.all(new TableName("studio test", "keyless")));
        assertThat(keyless).extracting(Row::identity).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(page(RowQuery.all(new TableName("studio test", "seen")))).hasSize(3);
        assertThat(page(RowQuery.all(new TableName("studio test", "parted")))).hasSize(1);
    }

    @Test
    void takes_any_name_as_a_name() {
        for (var hostile : List.of(
                "\"; drop table \"studio test\".things; --",
                "<img src=x onerror=alert(1)>",
                "😀 ? :x",
                "%s",
                "x".repeat(63))) {
            var table = new TableName("studio test", hostile);
            run("create table %s (%s integer primary key, note text)"
                    .formatted(table.quoted(), Identifiers.quote(hostile)));
            run("insert into %s values (1, 'a'), (2, 'b')".formatted(table.quoted()));
            var query = new RowQuery(
                    table, List.of(new ColumnFilter(hostile, Operator.AT_LEAST, "2")), new RowSort(hostile, true));

            assertThat(page(query)).hasSize(1);
            assertThat(rows.value(shape(table), query, page(query).getFirst(), "note"))
                    .contains(new FullValue("b", 1));
        }
        assertThat(page(RowQuery.all(THINGS))).hasSize(3);
    }
}
