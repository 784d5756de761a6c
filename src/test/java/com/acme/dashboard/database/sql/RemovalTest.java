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

    @Test
    void a_table_that_goes_has_no_column() {
        assertThat(Removal.of("drop table notes; alter table words drop column body"))
                .containsExactly(new Removal("notes", null), new Removal("words", "body"));
    }
}
