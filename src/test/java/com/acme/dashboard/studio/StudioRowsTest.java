package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.database.schema.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** In a schema of its own, with a table of many types. */
@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class StudioRowsTest {

    private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private static final TableName THINGS = new TableName("studio test", "things");

    @Autowired
    private JdbcClient database;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private StudioRows rows;

    @BeforeEach
    void make_tables() {
        run("create schema \"studio test\"");
        run("create type \"studio test\".mood as enum ('sad', 'ok', 'happy')");
        run("create domain \"studio test\".percent as integer check (value between 0 and 100)");
        run("""
                create table "studio test".things (
                    id integer primary key, name varchar(40), price numeric(10, 2), mood "studio test".mood,
                    share "studio test".percent, on_sale boolean, day date, at timestamptz, json json, jsonb jsonb,
                    bytes bytea, tags text[], range int4range, ip inet, point point, uuid uuid, gap interval,
                    twice integer generated always as (id * 2) stored)
                """);
        run("""
                insert into "studio test".things values
                    (1, 'one 100%', 9.99, 'sad', 10, false, '2024-12-06', '2024-12-06 10:00Z', '{"a":1}', '{"b":[1,2]}',
                     '\\xdeadbeef', '{x,"y z"}', '[1,5)', '10.0.0.1', '(1,2)', 'c0000000-0000-4000-8000-000000000001', '1 day'),
                    (2, 'two 100', 19.99, 'happy', 20, true, '2025-01-01', '2025-01-01 00:00Z', null, null,
                     '\\xf0', '{z}', '[2,5)',
                     '10.0.0.2', null, 'c0000000-0000-4000-8000-000000000002', '2 days'),
                    (3, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                """);
    }

    @AfterEach
    void drop_tables() {
        run("drop schema \"studio test\" cascade");
    }

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

    @Test
    void shows_the_beginning_of_a_long_value_and_all_of_it_on_demand() {
        run(
                "update \"studio test\".things set json = json_build_object('text', repeat('ä', 5000)), bytes = repeat('x', 500)::bytea"
                        + " where id = 1");
        var row = page(RowQuery.all(THINGS)).getFirst();
        var json = Objects.requireNonNull(row.cells().get(8));
        var bytes = Objects.requireNonNull(row.cells().get(10));

        assertThat(json.cut()).isTrue();
        assertThat(json.text()).hasSize(Cell.LENGTH);
        assertThat(bytes.cut()).isTrue();
        var full = rows.value(shape(THINGS), RowQuery.all(THINGS), row, "json").orElseThrow();
        assertThat(full.text()).startsWith("{\n    \"text\": \"ä").hasSize((int) full.length());
        assertThat(full.cut()).isFalse();
        assertThat(rows.value(shape(THINGS), RowQuery.all(THINGS), row, "bytes")
                        .orElseThrow()
                        .text())
                .isEqualTo("78".repeat(500));
    }

    @Test
    void finds_no_password() {
        var users = new TableName("public", "users");
        var row = page(RowQuery.all(users)).getFirst();

        assertThat(row.cells().toString()).doesNotContain("$2");
        assertThat(rows.value(shape(users), RowQuery.all(users), row, "password"))
                .isEmpty();
        var guess = List.of(new ColumnFilter("password", Operator.BEGINS, "no hash begins like this"));
        assertThat(page(RowQuery.all(users).with(guess))).hasSize(2);
    }

    @Test
    void a_hash_under_another_name_or_within_a_text_is_masked() {
        run("create view \"studio test\".renamed as select email, password as p from users");
        run("update \"studio test\".things set name = null, json = json_build_object('old', '%s') where id = 1"
                .formatted(HASH));
        run("alter table \"studio test\".things alter name type text");
        run("update \"studio test\".things set name = repeat('-', 190) || '%s' where id = 2".formatted(HASH));
        var renamed = new TableName("studio test", "renamed");

        var hashes = page(RowQuery.all(renamed)).stream().map(row -> row.cells().get(1));
        assertThat(hashes).hasSize(2).containsOnly(new Cell(SecretColumns.MASK, false));
        var row = page(RowQuery.all(renamed)).getFirst();
        assertThat(rows.value(shape(renamed), RowQuery.all(renamed), row, "p"))
                .contains(new FullValue(SecretColumns.MASK, 8));
        var things = page(RowQuery.all(THINGS));
        assertThat(texts(things.get(1)).get(1)).isEqualTo("-".repeat(190) + SecretColumns.MASK);
        assertThat(full(things.get(1), "name")).isEqualTo("-".repeat(190) + SecretColumns.MASK);
        assertThat(full(things.getFirst(), "json"))
                .isEqualTo("{\n    \"old\": \"%s\"\n}".formatted(SecretColumns.MASK));
    }

    @Test
    void a_hash_that_is_kept_as_bytes_is_masked() {
        run("update \"studio test\".things set bytes = 'before%s'::bytea where id = 1".formatted(HASH));

        var things = page(RowQuery.all(THINGS));

        var before = HexFormat.of().formatHex("before".getBytes(StandardCharsets.US_ASCII));
        assertThat(texts(things.getFirst()).get(10)).endsWith(before + SecretColumns.MASK);
        assertThat(full(things.getFirst(), "bytes")).endsWith(before + SecretColumns.MASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted_password", "password_digest", "hashed_password", "pwd", "PassWord"})
    void a_column_of_passwords_is_known_by_each_of_its_usual_names(String name) {
        run("alter table \"studio test\".things add \"%s\" text default 'open sesame'".formatted(name));

        var row = page(RowQuery.all(THINGS)).getFirst();

        assertThat(row.cells().getLast()).isNull();
        assertThat(rows.value(shape(THINGS), RowQuery.all(THINGS), row, name)).isEmpty();
    }

    @Test
    void json_is_laid_out_with_all_that_was_written() {
        run("""
                update "studio test".things set json = '{"b":1.0,"a":[1e2,"\\u0000ä/"],"b":-0}', jsonb = '{"b":[1,{}]}' where id = 1
                """);
        var row = page(RowQuery.all(THINGS)).getFirst();

        assertThat(full(row, "json")).isEqualTo("""
                {
                    "b": 1.0,
                    "a": [
                        1e2,
                        "\\u0000ä/"
                    ],
                    "b": -0
                }""");
        assertThat(full(row, "jsonb")).startsWith("{\n    \"b\": [\n        1,");
    }

    @Test
    void json_that_is_nested_too_deep_to_be_laid_out_is_shown_as_it_is() {
        run("update \"studio test\".things set json = (repeat('[', 2000) || repeat(']', 2000))::json where id = 1");

        assertThat(full(page(RowQuery.all(THINGS)).getFirst(), "json")).isEqualTo("[".repeat(2000) + "]".repeat(2000));
    }

    private String full(Row row, String column) {
        return rows.value(shape(THINGS), RowQuery.all(THINGS), row, column)
                .orElseThrow()
                .text();
    }

    private List<Row> page(RowQuery query) {
        return rows.page(shape(query.table()), query, null, 0, 0, 100).rows();
    }

    private TableShape shape(TableName table) {
        return catalog.shape(table).orElseThrow();
    }

    private static List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.cells().forEach(cell -> texts.add(cell == null ? null : cell.text()));
        return texts;
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
