package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table notes                                        | notes",
                "DROP TABLE IF EXISTS Notes cascade                      | notes",
                "drop table \"Notes\", public.words, shop.words restrict | Notes, words, shop.words",
                "truncate notes                                          | notes",
                "truncate table only notes, words cascade                | notes, words",
                "delete from notes                                       | notes",
                "delete from only notes where id = 1                     | notes",
                "alter table notes drop column body                      | notes.body",
                "alter table notes drop body                             | notes.body",
                "alter table if exists only notes drop if exists body, drop column if exists \"Size\" cascade | notes.body, notes.Size",
                "alter table notes drop constraint c, drop column body   | notes.body",
                "select 1; drop table notes; delete from words           | notes, words",
                "do $$ begin drop table notes; end $$                    | notes",
                "alter table notes rename to words; alter table words drop column body           | notes.body",
                "alter table a rename to b; alter table c rename to a; drop table a, b           | c, a",
                "alter table shop.a rename to b; drop table shop.b                               | shop.a",
                "alter table notes set schema shop; drop table shop.notes                        | notes",
                "alter table shop.notes set schema public; drop table notes                      | shop.notes",
                "alter table notes rename column a to b; alter table notes drop column b         | notes.a",
                "alter table notes rename a to b; alter table notes rename to w; alter table w drop b | notes.a",
            })
    void what_goes_with_its_data_is_named(String sql, String removals) {
        assertThat(String.join(
                        ", ",
                        Removal.of(sql).stream()
                                .map(removal -> removal.column() == null
                                        ? removal.table()
                                        : removal.table() + "." + removal.column())
                                .toList()))
                .isEqualTo(removals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alter table notes alter size type integer                           | (\"size\")::integer",
                "alter table notes alter column size set data type numeric(10, 2)    | (\"size\")::numeric(10, 2)",
                "alter table notes alter column size type integer using size::integer | (size::integer)::integer",
                "alter table notes alter size type \"Mood\"[] collate \"C\" using f(\"Size\") | (f(\"Size\"))::\"Mood\"[]",
                "alter table notes alter size type text using f('x')                  | (f('x'))::text",
                "alter table notes alter size type text using f(E'x')                 | null",
                "alter table notes alter size type text using f('it''s')              | null",
                "alter table notes rename column size to \"Size\"; alter table notes alter \"Size\" type text | (\"size\")::text",
                "alter table notes rename size to s; alter table notes alter s type text using f(s) | (f(\"size\"))::text",
            })
    void what_becomes_of_values_whose_type_is_changed_is_told(String sql, String newValue) {
        assertThat(Removal.of(sql)).containsExactly(new Removal("notes", "size", newValue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop index notes_id",
                "drop view words",
                "drop type truncate",
                "create table notes (id integer)",
                "alter table notes add column body text, alter column id drop not null, rename a to b",
                "alter table notes drop constraint c",
                "alter index drop rename to notes",
                "insert into notes values ('drop table notes')",
                "update notes set body = ''",
                "-- drop table notes",
            })
    void what_takes_no_data_away_is_not_named(String sql) {
        assertThat(Removal.of(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop schema shop",
                "drop owned by jane",
                "drop type mood cascade",
                "drop domain if exists mood cascade",
                "drop extension citext cascade",
                "do $$ begin drop type mood cascade; end $$",
                "truncate notes cascade",
                "with gone as (delete from notes returning *) insert into old select * from gone",
                "with old as (select 1) delete from notes",
            })
    void what_goes_along_unnamed_cannot_be_counted(String sql) {
        assertThat(Removal.uncountable("select 1; " + sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table notes cascade",
                "truncate notes",
                "with old as (select 1) select * from old",
                "drop type mood",
                "drop index i cascade",
                "drop trigger t on notes cascade",
                "alter table notes drop constraint c cascade"
            })
    void what_names_all_that_goes_can_be_counted(String sql) {
        assertThat(Removal.uncountable(sql)).isEmpty();
    }

    @Test
    void a_table_that_goes_has_no_column() {
        assertThat(Removal.of("drop table notes; alter table words drop column body"))
                .containsExactly(new Removal("notes", null), new Removal("words", "body"));
    }
}
