package com.acme.dashboard.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.export.ExportCancelled;
import com.acme.dashboard.common.export.ExportTooLarge;
import com.acme.dashboard.common.export.TooManyExports;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class RowExportTest {

    private static final TableName THINGS = new TableName("studio_export", "things");

    @Autowired
    private JdbcClient database;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private StudioRows rows;

    @BeforeEach
    void make_a_table() {
        run("create schema studio_export");
        run("""
                create table studio_export.things (
                    id integer generated always as identity primary key, name text, price numeric, tags text[], note json,
                    twice numeric generated always as (price * 2) stored, password text)
                """);
        run("""
                insert into studio_export.things (name, price, tags, note, password) values
                    ('=1+1', -1.50, '{a,"b,c"}', '{"x": [1, 2]}', 'secret'), ('', null, null, null, 'secret'),
                    (E'it''s "quoted"\\n\\\\', 3, '{}', 'null', 'secret')
                """);
    }

    @AfterEach
    void drop_the_table() {
        run("drop schema studio_export cascade");
    }

    @Test
    void writes_csv_that_tells_no_value_from_an_empty_text_and_holds_no_formula() {
        var lines = List.of(
                "id,name,price,tags,note,twice",
                "1,'=1+1,-1.50,\"{a,\"\"b,c\"\"}\",\"{\"\"x\"\": [1, 2]}\",-3.00",
                "2,\"\",,,,",
                "3,\"it's \"\"quoted\"\"\n\\\",3,{},null,6",
                "");

        assertThat(export(RowQuery.all(THINGS), RowFormat.CSV)).isEqualTo(String.join("\r\n", lines));
    }

    @Test
    void what_is_no_text_holds_no_formula_in_csv_either() {
        run("""
                create view studio_export.formulas as
                select '{";=1"}'::text[] as tags, '{"x": ";@y"}'::jsonb as note, '-1 days'::interval as since, -1 as "=1"
                """);
        var file = new ByteArrayOutputStream();

        exportOf("formulas", RowFormat.CSV).write(file, () -> {});

        assertThat(file.toString(UTF_8))
                .isEqualTo("tags,note,since,'=1\r\n{;'=1},\"{\"\"x\"\": \"\";'@y\"\"}\",'-1 days,-1\r\n");
    }

    @Test
    void writes_json_with_the_types_that_json_has() {
        var dearest = new RowQuery(
                THINGS, List.of(new ColumnFilter("price", Operator.NOT_EMPTY, "")), new RowSort("price", true));

        assertThat(export(dearest, RowFormat.JSON)).isEqualTo("""
                [
                {"id":3,"name":"it's \\"quoted\\"\\n\\\\","price":3,"tags":[],"note":null,"twice":6},
                {"id":1,"name":"=1+1","price":-1.50,"tags":["a","b,c"],"note":{"x": [1, 2]},"twice":-3.00}
                ]
                """);
        var nothing = RowQuery.all(THINGS).with(List.of(new ColumnFilter("id", Operator.IS, "9")));
        assertThat(export(nothing, RowFormat.JSON)).isEqualTo("[]\n");
    }

    @Test
    void writes_inserts_that_make_the_same_rows_again() {
        var before = export(RowQuery.all(THINGS), RowFormat.CSV);
        var inserts = export(RowQuery.all(THINGS), RowFormat.SQL);
        run("delete from studio_export.things");

        inserts.lines().reduce((first, second) -> first + "\n" + second).ifPresent(this::run);

        assertThat(inserts)
                .startsWith("insert into \"studio_export\".\"things\" (\"id\", \"name\"")
                .doesNotContain("secret");
        assertThat(export(RowQuery.all(THINGS), RowFormat.CSV)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void no_format_has_the_hash_of_a_password_under_another_name(RowFormat format) {
        run(
                "alter table studio_export.things add p text default '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'");

        assertThat(export(RowQuery.all(THINGS), format))
                .contains(SecretColumns.MASK)
                .doesNotContain("$2a$");
    }

    @Test
    void allows_two_at_a_time() {
        var shape = catalog.shape(THINGS).orElseThrow();
        var query = RowQuery.all(THINGS);
        var one = rows.export(shape, query, RowFormat.CSV);
        var two = rows.export(shape, query, RowFormat.CSV);
        assertThatThrownBy(() -> rows.export(shape, query, RowFormat.CSV)).isInstanceOf(TooManyExports.class);

        one.cancel();
        two.write(OutputStream.nullOutputStream(), () -> {});
        rows.export(shape, query, RowFormat.CSV).cancel();
        rows.export(shape, query, RowFormat.CSV).cancel();
    }

    /** So many rows that a server or a driver that made them all first would never come to the first. */
    @Test
    void is_written_row_by_row_and_ends_in_the_database_when_it_is_cancelled() {
        run("create view studio_export.endless as select generate_series(1, 1000000000000) as n");
        var endless = new TableName("studio_export", "endless");
        var export = rows.export(catalog.shape(endless).orElseThrow(), RowQuery.all(endless), RowFormat.JSON);
        var written = new AtomicLong();

        assertThatThrownBy(() -> export.write(OutputStream.nullOutputStream(), () -> {
                    if (written.incrementAndGet() == 10_000) {
                        export.cancel();
                    }
                }))
                .isInstanceOf(ExportCancelled.class);

        assertThat(written).hasValue(10_000);
        // Its connection is closed, which the server hears of a little later.
        await().until(() ->
                database.sql("select count(*) from pg_stat_activity where state <> 'idle' and query like '%endless%'"
                                        + " and pid <> pg_backend_pid()")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(export(RowQuery.all(THINGS), RowFormat.CSV)).startsWith("id,");
    }

    /** Closed, it would seem to be whole: the receiver of a download ends the file then. */
    @ParameterizedTest
    @EnumSource
    void a_file_that_is_not_whole_is_not_closed(RowFormat format) {
        run("create view studio_export.failing as select 1 / (100000 - n) as n from generate_series(1, 1000000) n");
        var closed = new AtomicBoolean();
        var receiver = new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatThrownBy(() -> exportOf("failing", format).write(receiver, () -> {}))
                .isInstanceOf(DataAccessException.class);

        assertThat(closed).isFalse();
    }

    /** Of 100 MB the driver may hold 64. */
    @ParameterizedTest
    @EnumSource
    void wide_rows_come_a_few_at_a_time(RowFormat format) {
        run("create view studio_export.wide as select repeat('x', 1000000) as x from generate_series(1, 100)");

        assertThat(count("wide", format)).isEqualTo(100);
    }

    @Test
    void rows_that_become_too_wide_unexpectedly_end_it_and_not_the_application() {
        run("""
                create view studio_export.widening as
                select case when n > 1 then repeat('x', 1000000) else 'x' end as x from generate_series(1, 1000) n
                """);
        var written = new AtomicLong();

        assertThatThrownBy(() -> exportOf("widening", RowFormat.CSV)
                        .write(OutputStream.nullOutputStream(), written::incrementAndGet))
                .isInstanceOf(ExportTooLarge.class);

        assertThat(written).hasValue(FetchSize.FIRST);
        assertThat(count("things", RowFormat.CSV)).isEqualTo(3);
    }

    private long count(String table, RowFormat format) {
        var written = new AtomicLong();
        exportOf(table, format).write(OutputStream.nullOutputStream(), written::incrementAndGet);
        return written.get();
    }

    private RowExport exportOf(String table, RowFormat format) {
        var name = new TableName("studio_export", table);
        return rows.export(catalog.shape(name).orElseThrow(), RowQuery.all(name), format);
    }

    private String export(RowQuery query, RowFormat format) {
        var file = new ByteArrayOutputStream();
        rows.export(catalog.shape(THINGS).orElseThrow(), query, format).write(file, () -> {});
        return file.toString(UTF_8);
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
