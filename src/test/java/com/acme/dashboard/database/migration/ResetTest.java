package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.schema.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetTest {

    private final OwnDatabase database = new OwnDatabase();
    private final MigrationListener nobody = new MigrationListener() {};

    @Test
    void everything_goes_also_what_others_made_and_the_environments_rows_come_back() throws Exception {
        database.migrate(Environment.TEST);
        database.run("""
                delete from invoices;
                insert into todos (title) values ('Mine');
                create table "Somebody's" (id integer);
                insert into "Somebody's" values (1), (2);
                create view theirs as select * from "Somebody's";
                create materialized view stored as select * from theirs;
                create sequence numbers;
                create type mood as enum ('good', 'bad');
                create domain short as text check (length(value) < 3);
                create type pair as (a integer, b integer);
                create function f(mood) returns mood language sql as $$ select $1 $$;
                create aggregate total (integer) (sfunc = int4pl, stype = integer);
                create operator === (leftarg = integer, rightarg = integer, function = int4eq);
                create collation german (provider = icu, locale = 'de');
                create text search configuration words (copy = simple);
                create table parts (id integer) partition by range (id);
                create table part partition of parts for values from (1) to (10);
                create schema elsewhere;
                create table elsewhere.kept (id integer);
                """);

        assertThat(reset().contents())
                .contains("table public.\"Somebody's\": 2 rows", "table public.todos: 4 rows", "sequence: 1", "view: 1")
                .noneMatch(line -> line.contains("kept"));
        reset().run(MigrationLimits.DEFAULT, nobody);

        var fresh = new OwnDatabase();
        fresh.migrate(Environment.TEST);
        try (var resetOne = database.connect();
                var newOne = fresh.connect()) {
            assertThat(Catalog.read(resetOne)).isEqualTo(Catalog.read(newOne));
        }
        assertThat(database.column("""
                        select proname from pg_proc where pronamespace = 'public'::regnamespace and proname in ('f', 'total')
                        union all select typname from pg_type where typname in ('mood', 'short', 'pair')
                        union all select oprname from pg_operator where oprname = '==='
                        union all select collname from pg_collation where collname = 'german'
                        union all select cfgname from pg_ts_config where cfgname = 'words'""")).isEmpty();
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
        assertThat(database.column("select title from todos")).hasSize(3).doesNotContain("Mine");
        assertThat(database.value("select environment from acme_environment")).isEqualTo("test");
        assertThat(database.value("select to_regclass('elsewhere.kept')")).isNotNull();
        assertThat(database.migrations(Environment.TEST).pending()).isEmpty();
    }

    @Test
    void an_empty_database_is_migrated_and_seeded() {
        assertThat(reset().contents()).isEmpty();
        reset().run(MigrationLimits.DEFAULT, nobody);
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROD", "DEV"})
    void the_database_of_another_environment_is_refused(Environment marked) {
        database.migrate(marked);
        database.run("insert into todos (title) values ('Mine')");
        assertThatThrownBy(() -> reset().contents()).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> reset().run(MigrationLimits.DEFAULT, nobody)).isInstanceOf(MigrationRefused.class);
        assertThat(database.value("select count(*) from todos where title = 'Mine'"))
                .isEqualTo("1");
    }

    @Test
    void a_database_that_says_nothing_and_holds_something_is_refused() {
        database.run("create table somebodys (id integer)");
        assertThatThrownBy(() -> reset().run(MigrationLimits.DEFAULT, nobody)).isInstanceOf(MigrationRefused.class);
        assertThat(database.value("select to_regclass('somebodys')")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create type mood as enum ('good')",
                "create domain short as text",
                "create type pair as (a integer)",
                "create function f() returns integer language sql as 'select 1'",
                "create table __drizzle_migrations_of_somebody (id integer)",
                "create sequence numbers",
                "create collation german (provider = icu, locale = 'de')"
            })
    void anything_at_all_is_something(String sql) {
        database.run(sql);
        assertThat(database.guard(Environment.TEST).standing()).isEqualTo(EnvironmentGuard.Standing.UNMARKED);
        assertThatThrownBy(() -> reset().contents()).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> reset().run(MigrationLimits.DEFAULT, nobody)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> database.migrate(Environment.TEST)).isInstanceOf(MigrationRefused.class);
    }

    @Test
    void extensions_and_the_journal_of_drizzle_kit_are_nothing() {
        database.run("""
                create extension pg_trgm;
                create table __drizzle_migrations (id serial primary key, hash text not null, created_at bigint)""");
        assertThat(database.guard(Environment.TEST).standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "create view rep.v as select * from todos | view rep.v",
                "create materialized view rep.m as select * from todos | materialized view rep.m",
                "create table rep.t (todo uuid references todos) | constraint t_todo_fkey on table rep.t",
                "create table rep.t (word mood) | column word of table rep.t",
                "create table rep.t (id integer default nextval('numbers')) | default value for column id of table rep.t",
                "create view rep.v as select f() | view rep.v",
                "create function rep.g(mood) returns integer language sql as 'select 1' | function rep.g(mood)"
            })
    void what_depends_on_it_in_another_schema_is_named_and_nothing_is_dropped(String sql, String named) {
        database.migrate(Environment.TEST);
        database.run("""
                create schema rep;
                create type mood as enum ('good');
                create sequence numbers;
                create function f() returns integer language sql as 'select 1'""");
        database.run(sql);
        assertThatThrownBy(() -> reset().contents())
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(named);
        assertThatThrownBy(() -> reset().run(MigrationLimits.DEFAULT, nobody))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining(named);
        assertThat(database.value("select to_regtype('mood')")).isEqualTo("mood");
    }

    @Test
    void production_is_refused_whatever_the_database_says() {
        assertThatThrownBy(() -> new Reset(Environment.PROD, database::connect, database.migrations(Environment.PROD)))
                .isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> new Seeding(Environment.PROD, database::connect, () -> Changelog.of(Environment.PROD)))
                .isInstanceOf(MigrationRefused.class);
    }

    private Reset reset() {
        return new Reset(Environment.TEST, database::connect, database.migrations(Environment.TEST));
    }
}
