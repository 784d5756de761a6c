package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.database.schema.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** In a schema of its own, with a table of many types. */
@IntegrationTest
@WithMockUser(username = "ada@acme.test", roles = StudioPermission.ROLE)
class StudioEditsTest {

    private static final TableName THINGS = new TableName("edit test", "things");

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private StudioRows rows;

    @Autowired
    private StudioEdits edits;

    @BeforeEach
    void make_tables() {
        run("create schema \"edit test\"");
        run("create type \"edit test\".mood as enum ('sad', 'happy')");
        run("create domain \"edit test\".percent as integer check (value between 0 and 100)");
        run("""
                create table "edit test".things (
                    id integer primary key, name varchar(5) default 'new', price numeric(6, 2), mood "edit test".mood,
                    share "edit test".percent, on_sale boolean not null default false, day date, at timestamptz, jsonb jsonb,
                    bytes bytea, tags text[], range int4range, ip inet, point point, uuid uuid, gap interval, code char(3),
                    parent integer constraint things_parent_fk references "edit test".things,
                    twice integer generated always as (id * 2) stored, number bigint generated always as identity,
                    password text,
                    constraint things_name_unique unique (name), constraint things_price_check check (price > 0))
                """);
        run("insert into \"edit test\".things (id, name) values (1, 'one'), (2, 'two'), (3, 'three')");
    }

    @AfterEach
    void drop_tables() {
        run("drop schema \"edit test\" cascade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | it's",
                "price | -0.5e1",
                "mood | happy",
                "share | 100",
                "on_sale | true",
                "day | 2024-12-06",
                "at | 2024-12-06 10:00:00+00",
                "jsonb | {\"a\": [1, null]}",
                "bytes | \\xdeadbeef",
                "tags | {x,\"y z\",NULL}",
                "range | [1,5)",
                "ip | 10.0.0.1",
                "point | (1,2)",
                "uuid | c0000000-0000-4000-8000-000000000001",
                "gap | 1 day 02:00:00",
                "code | abc",
                "parent | 2",
            })
    void a_value_of_every_type_is_set(String column, String text) {
        run("alter table \"edit test\".things drop constraint things_price_check");

        assertThat(apply(change(1, column, text))).isEqualTo(new EditOutcome.Applied(1));

        assertThat(value("select %s = cast('%s' as %s) from \"edit test\".things where id = 1"
                        .formatted(
                                column.equals("point") ? "point::text" : column,
                                text.replace("'", "''"),
                                column.equals("point") ? "text" : type(column))))
                .isEqualTo("t");
    }

    @Test
    void no_value_is_not_the_empty_text() {
        apply(change(1, "name", ""), change(2, "name", null));

        assertThat(value("select name from \"edit test\".things where id = 1")).isEmpty();
        assertThat(value("select name from \"edit test\".things where id = 2")).isNull();
    }

    @Test
    void a_new_row_gets_the_defaults_of_what_is_not_set() {
        assertThat(apply(new RowEdit.Insert(List.of(new Assignment("id", "4"), new Assignment("day", "2025-01-01")))))
                .isEqualTo(new EditOutcome.Applied(1));

        assertThat(
                        value(
                                "select concat_ws(' ', name, day, on_sale, twice, number) from \"edit test\".things where id = 4"))
                .isEqualTo("new 2025-01-01 f 8 4");
    }

    @Test
    void a_row_of_nothing_but_defaults_is_added() {
        run("create table \"edit test\".defaults (id bigint generated by default as identity primary key)");

        assertThat(edits.apply(new TableName("edit test", "defaults"), List.of(new RowEdit.Insert(List.of()))))
                .isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void several_changes_are_applied_together_and_each_is_written_down() {
        var outcome = apply(
                new RowEdit.Insert(List.of(new Assignment("id", "4"), new Assignment("parent", null))),
                change(1, "name", "uno"),
                new RowEdit.Delete(identity(THINGS, 2)));

        assertThat(outcome).isEqualTo(new EditOutcome.Applied(3));
        assertThat(values("select name from \"edit test\".things order by id")).containsExactly("uno", "three", "new");
        assertThat(
                        values(
                                "select concat_ws(' ', actor, kind, rows, left(statement, 11), parameters) from studio_audit order by id"))
                .hasSize(3)
                .satisfies(
                        lines -> assertThat(lines.get(0)).isEqualTo("ada@acme.test edit 1 insert into [\"4\", null]"),
                        lines -> assertThat(lines.get(1))
                                .startsWith("ada@acme.test edit 1 update \"edi [\"uno\", \"1\", "),
                        lines -> assertThat(lines.get(2)).startsWith("ada@acme.test edit 1 delete from [\"2\", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id       |      | null value in column",
                "on_sale  |      | null value in column",
                "name     | two  | Key (name)=(two) already exists.",
                "name     | larger | value too long for type character varying(5)",
                "price    | -1   | violates check constraint",
                "price    | 123456 | numeric field overflow",
                "price    | much | invalid input syntax for type numeric",
                "mood     | so-so | invalid input value for enum",
                "share    | 101  | violates check constraint",
                "day      | 2024-13-01 | out of range",
                "jsonb    | {a}  | invalid input syntax for type json",
                "tags     | x    | malformed array literal",
                "parent   | 99   | Key (parent)=(99) is not present in table",
            })
    void what_the_database_refuses_is_said_at_the_column(String column, @Nullable String text, String words) {
        var outcome = apply(change(3, "bytes", "\\x01"), change(1, column, text));

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
            assertThat(rejected.edit()).isEqualTo(1);
            assertThat(rejected.column()).isEqualTo(column);
            assertThat(rejected.message()).contains(words);
        });
        assertThat(value("select bytes from \"edit test\".things where id = 3")).isNull();
        assertThat(value("select count(*) from studio_audit")).isEqualTo("0");
    }

    @Test
    void a_row_that_others_refer_to_stays() {
        apply(change(1, "parent", "2"));

        assertThat(apply(new RowEdit.Delete(identity(THINGS, 2))))
                .isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.column()).isNull();
                    assertThat(rejected.message()).contains("is still referenced from table \"things\"");
                });
    }

    @Test
    void constraints_that_are_checked_at_the_end_are_checked_for_all_changes_together() {
        run("""
                create table "edit test".places (id integer primary key, place integer,
                    constraint places_unique unique (place) deferrable initially deferred);
                insert into "edit test".places values (1, 1), (2, 2)
                """);
        var places = new TableName("edit test", "places");
        var first = identity(places, 1);
        var second = identity(places, 2);

        assertThat(edits.apply(places, List.of(change(first, "place", "2"))))
                .isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.edit()).isNull();
                    assertThat(rejected.message()).contains("Key (place)=(2) already exists.");
                });
        assertThat(edits.apply(places, List.of(change(first, "place", "2"), change(second, "place", "1"))))
                .isEqualTo(new EditOutcome.Applied(2));
    }

    @Test
    void the_second_of_two_people_is_told_what_the_row_is_now() {
        var asRead = identity(THINGS, 2);
        run("update \"edit test\".things set name = 'dos' where id = 2");

        var outcome = apply(change(1, "name", "uno"), change(asRead, "mood", "happy"));

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Conflict.class, conflict -> {
            assertThat(conflict.edit()).isEqualTo(1);
            assertThat(Objects.requireNonNull(conflict.now()).cells().get(1)).isEqualTo(new Cell("dos", false));
        });
        assertThat(value("select name from \"edit test\".things where id = 1")).isEqualTo("one");
        assertThat(apply(change(identity(THINGS, 2), "mood", "happy"))).isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void a_row_that_somebody_deleted_meanwhile_has_gone() {
        var asRead = identity(THINGS, 2);
        run("delete from \"edit test\".things where id = 2");

        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
    }

    @Test
    void a_row_is_not_taken_for_others_where_its_table_has_lost_the_key_that_named_it() {
        var asRead = identity(THINGS, 2);
        run("alter table \"edit test\".things drop constraint things_pkey cascade");

        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
        assertThat(value("select count(*) from \"edit test\".things")).isEqualTo("3");

        run("alter table \"edit test\".things alter column on_sale set default true, add primary key (id, on_sale)");
        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
    }

    @Test
    void what_would_change_more_than_one_row_changes_none() {
        run("create table \"edit test\".parents (id integer primary key, word text)");
        run("create table \"edit test\".children () inherits (\"edit test\".parents)");
        run("""
                with parent as (insert into "edit test".parents values (1, 'parent'))
                insert into "edit test".children values (1, 'child')
                """);
        var parents = new TableName("edit test", "parents");

        assertThat(edits.apply(parents, List.of(change(identity(parents, 1), "word", "other"))))
                .isEqualTo(new EditOutcome.Ignored(0));
        assertThat(values("select word from \"edit test\".parents order by 1")).containsExactly("child", "parent");
    }

    @Test
    void a_text_that_is_too_long_for_a_domain_is_refused_and_not_cut() {
        run("create domain \"edit test\".short as varchar(3)");
        run("create domain \"edit test\".upper as \"edit test\".short check (value = upper(value))");
        run("alter table \"edit test\".things add column label \"edit test\".upper");

        assertThat(apply(change(1, "label", "ABCDEF")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("too long"));
        assertThat(edits.problems(shape(THINGS), List.of(new Assignment("label", "abc"))))
                .hasEntrySatisfying("label", words -> assertThat(words).contains("violates check constraint"));
        assertThat(apply(change(1, "label", "ABC"))).isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void what_the_database_leaves_as_it_is_without_a_word_is_said() {
        run("""
                create function "edit test".ignore() returns trigger language plpgsql as 'begin return null; end';
                create trigger ignored before update on "edit test".things
                    for each row execute function "edit test".ignore()
                """);

        assertThat(apply(change(1, "name", "uno"))).isEqualTo(new EditOutcome.Ignored(0));
    }

    @Test
    void rows_without_a_key_are_changed_where_they_stand() {
        run("create table \"edit test\".log (line text); insert into \"edit test\".log values ('same'), ('same')");
        var log = new TableName("edit test", "log");
        var asRead = identity(log, 1);

        assertThat(edits.apply(log, List.of(change(asRead, "line", "other")))).isEqualTo(new EditOutcome.Applied(1));
        assertThat(values("select line from \"edit test\".log order by 1")).containsExactly("other", "same");
        assertThat(edits.apply(log, List.of(new RowEdit.Delete(asRead)))).isEqualTo(new EditOutcome.Conflict(0, null));
    }

    @Test
    void rows_of_partitions_are_changed_by_a_key_of_several_columns() {
        run("""
                create table "edit test".parts (area text, number integer, note text, primary key (area, number))
                    partition by list (area);
                create table "edit test".north partition of "edit test".parts for values in ('n');
                create table "edit test".south partition of "edit test".parts for values in ('s');
                insert into "edit test".parts values ('n', 1, 'a'), ('n', 2, 'b'), ('s', 1, 'c')
                """);
        var parts = new TableName("edit test", "parts");
        var second = identity(parts, 2);

        assertThat(edits.apply(parts, List.of(change(second, "area", "s")))).isEqualTo(new EditOutcome.Applied(1));
        assertThat(values("select concat(number, note) from \"edit test\".south order by 1"))
                .containsExactly("1c", "2b");
        assertThat(edits.apply(
                        parts,
                        List.of(new RowEdit.Insert(
                                List.of(new Assignment("area", "west"), new Assignment("number", "1"))))))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("no partition of relation"));
    }

    @Test
    void hostile_names_and_values_are_names_and_values() {
        for (var name : List.of(
                "\"; drop table \"edit test\".things; --", "<b onclick=\"x\">", "🐘 $1 ? :name", "x".repeat(63))) {
            var table = new TableName("edit test", name);
            run("create table %s (%s text primary key)".formatted(table.quoted(), Identifiers.quote(name)));

            assertThat(edits.apply(table, List.of(new RowEdit.Insert(List.of(new Assignment(name, name))))))
                    .isEqualTo(new EditOutcome.Applied(1));
            assertThat(edits.apply(table, List.of(change(identity(table, 1), name, "'; " + name))))
                    .isEqualTo(new EditOutcome.Applied(1));
            assertThat(values("select * from " + table.quoted())).containsExactly("'; " + name);
            assertThat(edits.apply(table, List.of(new RowEdit.Delete(identity(table, 1)))))
                    .isEqualTo(new EditOutcome.Applied(1));
        }
        assertThat(value("select count(*) from \"edit test\".things")).isEqualTo("3");
    }

    @Test
    void what_is_shown_as_sql_does_the_same() {
        List<RowEdit> staged = List.of(
                change(1, "name", "it's"),
                new RowEdit.Change(
                        identity(THINGS, 3),
                        List.of(new Assignment("price", "12.50"), new Assignment("on_sale", "true"))),
                new RowEdit.Insert(List.of(new Assignment("id", "4"), new Assignment("name", null))),
                new RowEdit.Delete(identity(THINGS, 2)));

        var sql = edits.preview(shape(THINGS), staged);

        assertThat(sql)
                .contains("update \"edit test\".\"things\"\nset \"name\" = 'it''s'\nwhere \"id\" = 1 and xmin = ")
                .contains("set \"price\" = 12.50, \"on_sale\" = true")
                .contains("insert into \"edit test\".\"things\" (\"id\", \"name\")\nvalues (4, null);");
        run(sql);
        assertThat(values("select concat_ws(' ', id, name, price, on_sale) from \"edit test\".things order by id"))
                .containsExactly("1 it's f", "3 three 12.50 t", "4 f");
    }

    @Test
    void the_hash_of_a_password_is_masked_in_what_is_shown_as_sql() {
        var hash = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

        assertThat(edits.preview(shape(THINGS), List.of(change(1, "name", hash))))
                .contains("'••••••••'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"twice", "number", "password", "no such column"})
    void nobody_sets_what_the_database_sets_or_what_is_secret(String column) {
        assertThatThrownBy(() -> apply(change(1, column, "1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_done_is_not_editable_and_views_are_not() {
        run("create view \"edit test\".look as select * from \"edit test\".things");
        var audit = new TableName("public", "studio_audit");

        assertThat(edits.hindrance(shape(new TableName("edit test", "look")))).contains(EditHindrance.NO_TABLE);
        assertThat(edits.hindrance(shape(audit))).contains(EditHindrance.AUDIT);
        assertThatThrownBy(() -> edits.apply(audit, List.of(new RowEdit.Insert(List.of(new Assignment("actor", "x"))))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rows_that_only_a_password_tells_apart_are_not_editable() {
        run("create table \"edit test\".doors (password text primary key, name text)");
        var doors = new TableName("edit test", "doors");

        assertThat(edits.hindrance(shape(doors))).contains(EditHindrance.SECRET_KEY);
        assertThatThrownBy(() -> edits.apply(doors, List.of(new RowEdit.Insert(List.of(new Assignment("name", "x"))))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_waits_in_vain_for_somebody_elses_lock_is_told() throws SQLException {
        var edit = change(1, "name", "mine");
        try (var other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.createStatement()) {
                lock.execute("select from \"edit test\".things where id = 1 for update");
            }

            assertThat(apply(change(2, "name", "also"), edit)).isEqualTo(new EditOutcome.Locked());
            other.rollback();
        }
        assertThat(values("select name from \"edit test\".things order by id")).containsExactly("one", "two", "three");
        assertThat(apply(edit)).isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void there_is_a_limit_to_how_much_is_changed_at_once() {
        var many = Collections.<RowEdit>nCopies(StudioEdits.MOST + 1, change(1, "name", "x"));

        assertThatThrownBy(() -> edits.apply(THINGS, many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_table_that_has_gone_meanwhile_is_a_failure() {
        assertThatThrownBy(() -> edits.apply(new TableName("edit test", "gone"), List.of()))
                .isInstanceOf(EmptyResultDataAccessException.class);
    }

    @Test
    void what_is_refused_tells_no_password() {
        run("update \"edit test\".things set password = 'very secret'");
        run("alter table \"edit test\".things add constraint one_password exclude (password with =) where (id < 0)");

        assertThat(apply(change(1, "price", "-1")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).doesNotContain("very secret"));
        assertThat(apply(change(1, "id", "-1"), change(2, "id", "-2")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("one_password")
                                .doesNotContain("very secret"));
    }

    @Test
    @WithMockUser(roles = "USER")
    void is_closed_to_those_without_the_permission() {
        assertThatThrownBy(() -> edits.apply(THINGS, List.of())).isInstanceOf(AccessDeniedException.class);
    }

    private EditOutcome apply(RowEdit... staged) {
        return edits.apply(THINGS, List.of(staged));
    }

    private RowEdit change(int id, String column, @Nullable String text) {
        return change(identity(THINGS, id), column, text);
    }

    private static RowEdit change(RowIdentity row, String column, @Nullable String text) {
        return new RowEdit.Change(row, List.of(new Assignment(column, text)));
    }

    /** Of the row at that place, from 1. */
    private RowIdentity identity(TableName table, int place) {
        var page = rows.page(shape(table), RowQuery.all(table), null, 0, 0, 10).rows();
        return Objects.requireNonNull(page.get(place - 1).identity());
    }

    private TableShape shape(TableName table) {
        return catalog.shape(table).orElseThrow();
    }

    private String type(String column) {
        return shape(THINGS).column(column).orElseThrow().type();
    }

    private void run(String sql) {
        database.sql(sql).update();
    }

    private @Nullable String value(String sql) {
        return values(sql).getFirst();
    }

    private List<@Nullable String> values(String sql) {
        List<@Nullable String> values = new ArrayList<>();
        database.sql(sql).query(row -> {
            values.add(row.getString(1));
        });
        return values;
    }
}
