package com.acme.dashboard.database.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyRulesTest {

    private static final String HEADER = "--liquibase formatted sql\n--changeset jane:0042-change\n";
    private static final String OUTSIDE =
            "--liquibase formatted sql\n--changeset jane:0042-change runInTransaction:false\n";
    private static final String ROLLBACK = "\n--rollback select 1;\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table invoices                                                        | drop-table",
                "alter table invoices * drop column amount                                  | drop-column",
                "DROP TABLE IF EXISTS \"Invoices\", users cascade                           | drop-table drop-cascade",
                "alter table invoices drop column amount                                    | drop-column",
                "alter table invoices drop amount, drop constraint c                        | drop-column",
                "drop schema shop                                                           | drop-schema",
                "alter table invoices rename to bills                                       | rename-table",
                "alter view shop rename to store                                            | rename-table",
                "alter table invoices set schema old                                        | rename-table",
                "alter table invoices rename column amount to cents                         | rename-column",
                "alter table invoices rename amount to cents                                | rename-column",
                "alter type status rename value 'paid' to 'settled'                         | rename-value",
                "alter table invoices alter column amount type bigint                       | change-type",
                "alter table only invoices alter amount set data type bigint using amount   | change-type",
                "alter table invoices alter amount set not null                             | set-not-null",
                "alter table invoices add column due date not null                          | add-not-null-column",
                "alter table invoices add foreign key (a) references customers (id)         | foreign-key-without-not-valid",
                "alter table invoices add column a uuid references customers                | foreign-key-without-not-valid",
                "alter table invoices add constraint c check (amount > 0)                   | check-without-not-valid",
                "alter table invoices add column a integer check (a > 0)                    | check-without-not-valid",
                "alter table invoices add constraint c unique (amount)                      | unique-without-index",
                "alter table revenue add primary key (month)                                | unique-without-index",
                "alter table invoices add column number text unique                         | unique-without-index",
                "alter table invoices add exclude using gist (during with &&)               | exclude-constraint",
                "create unique index i on invoices (date)                                   | index-without-concurrently",
                "create index on only invoices (date)                                       | index-without-concurrently",
                "drop index invoices_date_index                                             | drop-index-without-concurrently",
                "reindex table invoices                                                     | reindex-without-concurrently",
                "refresh materialized view sums                                             | refresh-without-concurrently",
                "reindex index concurrently i                                               | concurrently-in-transaction",
                "alter table invoices add column token uuid default gen_random_uuid()       | volatile-default",
                "alter table invoices add column at timestamptz default clock_timestamp()   | volatile-default",
                "alter table invoices add column n bigint generated always as identity      | volatile-default",
                "alter table invoices add column n bigserial                                | volatile-default serial",
                "alter table invoices add column n bigint generated always as (a + 1) stored | stored-column",
                "vacuum full invoices                                                       | rewrite",
                "vacuum (analyze, full) invoices                                            | rewrite",
                "cluster invoices using invoices_pkey                                       | rewrite",
                "alter table invoices set unlogged                                          | rewrite",
                "create table notes (id serial primary key)                                 | serial",
                "create table notes (body json not null)                                    | json",
                "create table notes (code char(3), rest varchar(3), more character varying) | char",
                "create table notes (code character(3))                                     | char",
                "create table notes (at timestamp(3), zoned timestamp with time zone)       | timestamp",
                "alter table invoices alter column note type json                           | change-type json",
                "alter table invoices alter column total set expression as (a + 2)          | stored-column",
                "alter table invoices add column n integer default 0 check (random() > n)   | check-without-not-valid",
                "alter table invoices add column n text default (coalesce(null, gen_random_uuid()::text)) | volatile-default",
                "create table notes (id bigint); alter table notes add column body json     | json",
                "create table notes (id bigint); insert into invoices (amount) values (1)   | mixed-schema-and-data",
                "create table notes (id bigint); merge into invoices using notes on true when matched then do nothing | mixed-schema-and-data",
                "create table notes (id bigint); copy invoices from stdin                   | mixed-schema-and-data",
                "truncate invoices                                                          | truncate",
                "truncate table only invoices, users                                        | truncate",
                "update invoices set amount = 1                                             | update-all",
                "update invoices set amount = (select 1 from users where true)              | update-all",
                "with x as (select 1) update invoices set amount = 1 from x                 | update-all",
                "with gone as (delete from invoices returning *) select * from gone         | delete-all",
                "delete from invoices                                                       | delete-all",
                "alter table invoices add column due date; update invoices set due = date where due is null | mixed-schema-and-data",
                "lock table invoices in share mode                                          | lock-table",
                "lock invoices                                                              | lock-table",
                "commit                                                                     | transaction-control",
                "do $$ begin if true then drop table invoices; end if; end $$               | drop-table",
                "do $x$ begin execute format('create index %I on %I (a)', 'i', 't'); end $x$ | index-without-concurrently",
                "select 'it''s                                                              | missing-rollback unreadable",
            })
    void what_would_hurt_a_database_in_use_is_found(String sql, String rules) {
        assertThat(rules(HEADER + sql + ";" + ROLLBACK)).isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'drop table users; truncate users'",
                "select $$drop table users;$$, $a$ $$ truncate users; $a$",
                "select E'it\\'s; drop table users; --', U&'drop'",
                "-- drop table users;\nselect 1",
                "/* drop table users; /* nested */ truncate users; */ select 1",
                "insert into \"drop table\" values ('; drop table users')",
                "select \"a;drop table users\" from t",
                "create function f() returns void language sql as $$ truncate users; delete from users $$",
                "create function f() returns void language sql begin atomic delete from users; select 1; end",
                "alter table invoices add column note varchar(20) default 'new' not null",
                "alter table invoices add column note varchar default 'a'::varchar(3)",
                "alter table invoices add column at timestamptz default now() not null, add column day date default current_date",
                "alter table invoices add column options jsonb default '{}'::jsonb not null, add column a numeric(10, 2)",
                "alter table invoices add constraint c check (amount > 0) not valid",
                "alter table invoices add constraint c foreign key (a) references customers (id) not valid",
                "alter table invoices add constraint c unique using index i",
                "alter table invoices validate constraint c",
                "alter table invoices rename constraint a to b",
                "alter table invoices alter amount drop not null, alter amount set default 1, alter amount set statistics 500",
                "update invoices set amount = case when true then 1 end where amount = 0",
                "delete from invoices where amount = 0",
                "vacuum (full false) invoices",
                "create table notes (serial integer, \"json\" text, \"char\" text, constraint c check (serial > 0))",
                "insert into invoices (amount) values (1) on conflict do update set amount = 2",
                "comment on table invoices is 'drop column'",
                "drop view sums; create view sums as select 1; drop function f()",
                "create materialized view sums as select 1; refresh materialized view sums",
                "create view shop as select 1; alter view shop rename to store",
                "create table notes (rest character varying(3), zoned timestamp(3) with time zone)",
                "create table notes (id bigint); copy invoices to stdout; copy notes from stdin",
            })
    void what_is_harmless_or_only_looks_so_is_not_found(String sql) {
        assertThat(rules(HEADER + sql + ";" + ROLLBACK)).isEmpty();
    }

    @Test
    void everything_is_safe_on_a_table_that_the_change_set_makes() {
        assertThat(rules(HEADER + """
                        create table public.notes (id bigint, body text);
                        create index notes_body on notes (body);
                        alter table notes add constraint c check (body <> ''), add unique (body), alter id type integer;
                        alter table notes alter body set not null;
                        insert into "notes" values (1, 'a');
                        update notes set body = 'b';
                        drop index notes_body;
                        truncate notes;
                        drop table notes;
                        """ + ROLLBACK)).isEmpty();
        assertThat(rules(HEADER + "create table notes (id bigint);" + ROLLBACK
                        + "--changeset jane:0043 \ncreate index i on notes (id);" + ROLLBACK))
                .as("by the next change set others may have filled it")
                .isEqualTo("index-without-concurrently");
        assertThat(rules(HEADER + "create table if not exists notes (id bigint); create index i on notes (id);"
                        + ROLLBACK))
                .as("it may have been there")
                .isEqualTo("index-without-concurrently");
    }

    @Test
    void an_index_is_built_concurrently_outside_of_a_transaction_and_so_that_it_can_be_repeated() {
        var drop = "drop index concurrently if exists i;\n";
        var create = "create index concurrently i on invoices (date);";
        assertThat(rules(OUTSIDE + drop + create + ROLLBACK)).isEmpty();
        assertThat(rules(OUTSIDE + create + ROLLBACK)).isEqualTo("concurrently-not-repeatable");
        assertThat(rules(OUTSIDE + "create index concurrently if not exists i on invoices (date);" + ROLLBACK))
                .isEqualTo("concurrently-not-repeatable");
        assertThat(rules(OUTSIDE.replace("false", "false splitStatements:false") + drop + create + ROLLBACK))
                .isEqualTo("concurrently-in-transaction concurrently-in-transaction");
        assertThat(rules(OUTSIDE + "reindex (concurrently) index i;" + ROLLBACK))
                .isEmpty();
    }

    @Test
    void not_null_is_set_by_a_check_that_was_validated_before() {
        var add = "alter table invoices add constraint c check (due is not null) not valid;";
        var validate = "alter table invoices validate constraint c;";
        var set = "alter table invoices alter column due set not null, drop constraint c;";
        var next = ROLLBACK + "--changeset jane:next\n";
        assertThat(rules(HEADER + add + next + validate + next + set + ROLLBACK))
                .isEmpty();
        assertThat(rules(HEADER + add + next + set + ROLLBACK)).isEqualTo("set-not-null");
        assertThat(rules(HEADER + add + validate + next + set + ROLLBACK)).isEqualTo("validate-with-add");
        var doubled = add.replace("(due is not null)", "((due is not null))");
        assertThat(rules(HEADER + doubled + next + validate + next + set + ROLLBACK))
                .isEmpty();
        var more = add.replace("(due is not null)", "(due is not null or amount > 0)");
        assertThat(rules(HEADER + more + next + validate + next + set + ROLLBACK))
                .isEqualTo("set-not-null");
        var atOnce = add.replace(" not valid", "");
        assertThat(rules(HEADER + atOnce + next + set + ROLLBACK)).isEqualTo("check-without-not-valid");
    }

    @Test
    void the_way_back_must_be_there() {
        assertThat(rules(HEADER + "create table notes (id bigint);")).isEqualTo("missing-rollback");
        assertThat(rules(HEADER + "create table notes (id bigint); select '--rollback drop table notes';"))
                .isEqualTo("missing-rollback");
        assertThat(rules(HEADER + "create table notes (id bigint);\n/* liquibase rollback\ndrop table notes;\n*/"))
                .isEmpty();
        assertThat(rules(HEADER + "create table notes (id bigint);\n-- rollback not required"))
                .isEmpty();
    }

    @Test
    void a_comment_with_a_reason_above_the_statement_silences_one_rule() {
        assertThat(rules(HEADER + "-- safe: drop-table: nobody ever used it\ndrop table notes;" + ROLLBACK))
                .isEmpty();
        assertThat(rules(HEADER + "-- safe: drop-table: nobody ever used it\ndrop table a;\ndrop table b;" + ROLLBACK))
                .isEqualTo("drop-table");
        assertThat(rules(HEADER + "-- safe: drop-column: for another rule\ndrop table notes;" + ROLLBACK))
                .isEqualTo("drop-table");
        assertThat(rules(HEADER + "select 1; -- safe: drop-table: beside the one before\ndrop table notes;" + ROLLBACK))
                .isEqualTo("drop-table");
        assertThat(rules(HEADER + "select '\n-- safe: drop-table: in a string\n'; drop table notes;" + ROLLBACK))
                .isEqualTo("drop-table");
        assertThat(rules(HEADER + "-- safe: missing-rollback: there is none\ncreate table notes (id bigint);"))
                .isEmpty();
        assertThat(rules(HEADER + "-- safe: missing-rollback: nothing is done")).isEmpty();
        assertThat(
                        rules(
                                HEADER
                                        + "create table notes (id bigint);\n-- safe: missing-rollback: below\ncreate table words (id bigint);"))
                .isEqualTo("missing-rollback");
        assertThat(rules(HEADER + "-- safe: drop-table: inside, too\ndo $$ begin drop table notes; end $$;" + ROLLBACK))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- safe: drop-table", "-- safe: drop-table:", "-- safe:", "--safe: drop-tabel: mistyped"})
    void a_silence_without_a_reason_or_rule_silences_nothing_and_is_found_itself(String comment) {
        assertThat(rules(HEADER + comment + "\ndrop table notes;" + ROLLBACK))
                .isEqualTo("silence-without-reason drop-table");
    }

    @Test
    void a_finding_tells_the_line_in_the_file_the_statement_and_the_safe_way() {
        var text =
                HEADER + "\n/* two\nlines */\ncreate table a (\n    id bigint\n);\n\nalter table b\n    drop column c;"
                        + ROLLBACK;
        assertThat(SafetyRules.check("changes/0042.sql", text)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("changes/0042.sql");
            assertThat(finding.line()).isEqualTo(10);
            assertThat(finding.rule()).isEqualTo("drop-column");
            assertThat(finding.statement()).isEqualTo("alter table b drop column c");
            assertThat(finding.why()).contains("lost");
            assertThat(finding.safeWay()).contains("later release");
        });
    }

    @Test
    void the_line_inside_a_block_is_told_and_windows_line_ends_change_nothing() {
        var text = (HEADER + "do $$\nbegin\n    drop table notes;\nend\n$$;" + ROLLBACK).replace("\n", "\r\n");
        assertThat(SafetyRules.check("f", text)).extracting(SafetyFinding::line).containsExactly(5);
    }

    @Test
    void every_change_set_of_this_project_is_safe_or_says_why() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("db-changelog"))) {
            var findings = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .flatMap(file -> SafetyRules.check(file.toString(), read(file)).stream())
                    .toList();
            assertThat(findings).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rules(String text) {
        List<SafetyFinding> findings = SafetyRules.check("f", text);
        return findings.stream().map(SafetyFinding::rule).collect(Collectors.joining(" "));
    }
}
