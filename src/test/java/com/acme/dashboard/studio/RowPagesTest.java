package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPagesTest extends StudioRowsIntegrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "part", "part,desc", "name", "name,desc"})
    void goes_through_all_rows_page_by_page_without_repeating_or_losing_one(String sort) {
        run(
                "create table \"studio test\".many (part integer not null, id integer not null, name text, primary key (part, id))");
        run(
                "insert into \"studio test\".many select n % 7, n, nullif(n % 11, 0)::text from generate_series(1, 1000) n");
        var table = new TableName("studio test", "many");
        var query = RowQuery.all(table).with(RowSort.ofParameter(sort).orElseThrow());
        var shape = shape(table);
        var seen = new ArrayList<String>();
        @Nullable RowPosition after = null;

        for (int first = 0; first < 1000; first += 90) {
            var page = rows.page(shape, query, after, first, after == null ? first : 0, 90);
            page.rows().forEach(row -> seen.add(texts(row).get(1)));
            after = page.end();
        }

        assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
        assertThat(rows.page(shape, query, null, 500, 500, 3).rows())
                .extracting(row -> texts(row).get(1))
                .containsExactlyElementsOf(seen.subList(500, 503));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyless", "view"})
    void goes_through_rows_without_a_key_that_are_equal_in_what_they_are_sorted_by(String name) {
        run("create table \"studio test\".keyless as select n % 7 as part, n as id from generate_series(1, 1000) n");
        run("create view \"studio test\".view as select * from \"studio test\".keyless");
        var table = new TableName("studio test", name);
        var query = RowQuery.all(table).with(new RowSort("part", true));
        var seen = new ArrayList<String>();

        for (int first = 0; first < 1000; first += 90) {
            rows.page(shape(table), query, null, first, first, 90)
                    .rows()
                    .forEach(row -> seen.add(texts(row).get(1)));
        }

        assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void remembers_no_long_value_to_go_on_behind() {
        run("create table \"studio test\".texts (id integer primary key, words text not null)");
        run("insert into \"studio test\".texts values (1, 'a'), (2, repeat('b', 5000)), (3, 'c')");
        var table = new TableName("studio test", "texts");
        var query = RowQuery.all(table).with(new RowSort("words", false));

        var first = rows.page(shape(table), query, null, 0, 0, 1);
        var second = rows.page(shape(table), query, first.end(), 1, 0, 1);
        var third = rows.page(shape(table), query, second.end(), 2, 2, 1);

        assertThat(first.end()).isEqualTo(new RowPosition(List.of("a", "1")));
        assertThat(second.end()).isNull();
        assertThat(List.of(first, second, third))
                .extracting(page -> texts(page.rows().getFirst()).getFirst())
                .containsExactly("1", "2", "3");
    }
}
