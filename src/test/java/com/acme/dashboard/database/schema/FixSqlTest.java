package com.acme.dashboard.database.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which statements put drift right, given what two databases say; that they do so is tested on real ones. */
class FixSqlTest {

    /**
     * A difference.
     *
     * @param there what both say besides
     * @param fixes the statements, each on one line
     */
    record Drift(String there, String expected, String found, List<String> fixes) {

        @Override
        public String toString() {
            return expected + " / " + found;
        }
    }

    private static Drift drift(String there, String expected, String found, String... fixes) {
        return new Drift(there, expected, found, List.of(fixes));
    }

    static Stream<Drift> tables() {
        return Stream.of(
                drift(
                        "",
                        "table t | unlogged | options: fillfactor=70 | row security: enabled | comment: it's\ncolumn t.a | type: text | not null | comment: b",
                        "",
                        "create unlogged table \"t\" ( \"a\" text not null ) with (fillfactor=70)",
                        "alter table \"t\" enable row level security",
                        "alter table \"t\" no force row level security",
                        "comment on column \"t\".\"a\" is 'b'",
                        "comment on table \"t\" is 'it''s'"),
                drift(
                        "",
                        "table t | replica identity: full | public privileges: SELECT\ncolumn t.a | type: text\nconstraint t.f | contype: f | definition: FOREIGN KEY (a) REFERENCES u(a)\nconstraint t.p | contype: p | definition: PRIMARY KEY (a)\nindex t.p | definition: CREATE UNIQUE INDEX p | of constraint\nindex t.i | definition: CREATE INDEX i ON t",
                        "",
                        "create table \"t\" ( \"a\" text )",
                        "alter table \"t\" replica identity full",
                        "alter table \"t\" add constraint \"p\" PRIMARY KEY (a)",
                        "alter table \"t\" add constraint \"f\" FOREIGN KEY (a) REFERENCES u(a)",
                        "create index i ON t",
                        "grant SELECT on table \"t\" to public"),
                drift(
                        "",
                        "table t | kind: partitioned by RANGE (a)\ncolumn t.a | type: date\ncolumn t.b | type: text",
                        "",
                        "create table \"t\" ( \"a\" date, \"b\" text ) partitioned by RANGE (a)"),
                drift(
                        "",
                        "table p | partition: t FOR VALUES IN (1) | options: fillfactor=70",
                        "",
                        "create table \"p\" partition of t FOR VALUES IN (1) with (fillfactor=70)"),
                drift(
                        "",
                        "table t | kind: foreign",
                        "",
                        "-- No statement makes foreign tables anew: their servers are not part of a schema."),
                drift("", "", "table t", "drop table \"t\""),
                drift("", "table t | unlogged", "table t", "alter table \"t\" set unlogged"),
                drift("", "table t", "table t | unlogged", "alter table \"t\" set logged"),
                drift(
                        "",
                        "table t | row security: forced",
                        "table t",
                        "alter table \"t\" enable row level security",
                        "alter table \"t\" force row level security"),
                drift(
                        "",
                        "table t",
                        "table t | row security: enabled",
                        "alter table \"t\" disable row level security",
                        "alter table \"t\" no force row level security"),
                drift(
                        "",
                        "table p | partition: t FOR VALUES IN (1)",
                        "table p",
                        "alter table t attach partition \"p\" FOR VALUES IN (1)"),
                drift("", "table p", "table p | partition: t DEFAULT", "alter table t detach partition \"p\""),
                drift(
                        "",
                        "table p | partition: t FOR VALUES IN (1)",
                        "table p | partition: u FOR VALUES IN (2)",
                        "alter table u detach partition \"p\"",
                        "alter table t attach partition \"p\" FOR VALUES IN (1)"),
                drift("", "table t", "table t | replica identity: full", "alter table \"t\" replica identity default"),
                drift(
                        "",
                        "table t | kind: partitioned by RANGE (a)",
                        "table t",
                        "-- No statement brings this back: make the table anew and move its rows."),
                drift(
                        "",
                        "table t | options: fillfactor=70, user_catalog_table=on",
                        "table t | options: autovacuum_enabled=off, fillfactor=80",
                        "alter table \"t\" reset (autovacuum_enabled)",
                        "alter table \"t\" set (fillfactor=70, user_catalog_table=on)"),
                drift("", "table t", "table t | options: fillfactor=80", "alter table \"t\" reset (fillfactor)"),
                drift("", "table t | options: fillfactor=80", "table t", "alter table \"t\" set (fillfactor=80)"),
                drift("", "table t", "table t | comment: a", "comment on table \"t\" is null"),
                drift(
                        "",
                        "table t | public privileges: SELECT",
                        "table t | public privileges: SELECT, UPDATE",
                        "revoke all on table \"t\" from public",
                        "grant SELECT on table \"t\" to public"),
                drift("", "table t", "table t | public privileges: SELECT", "revoke all on table \"t\" from public"));
    }

    static Stream<Drift> columns() {
        return Stream.of(
                drift("table t", "column t.a | type: text", "", "alter table \"t\" add column \"a\" text"),
                drift(
                        "table t",
                        "column t.a | type: text | not null | comment: b",
                        "",
                        "alter table \"t\" add column \"a\" text",
                        "-- Where the table has rows, fill the column here. alter table \"t\" alter column \"a\" set not null",
                        "comment on column \"t\".\"a\" is 'b'"),
                drift(
                        "table t",
                        "column t.a | type: text | not null | collation: C | default: ''",
                        "",
                        "alter table \"t\" add column \"a\" text collate \"C\" default '' not null"),
                drift(
                        "table t",
                        "column t.a | type: integer | not null | generated: (b + 1) stored",
                        "",
                        "alter table \"t\" add column \"a\" integer generated always as ((b + 1)) stored not null"),
                drift(
                        "table t",
                        "column t.a | type: integer | not null | identity: by default",
                        "",
                        "alter table \"t\" add column \"a\" integer generated by default as identity not null"),
                drift("table t", "", "column t.a | type: text", "alter table \"t\" drop column \"a\""),
                drift(
                        "table t",
                        "column t.a | type: character varying(5)",
                        "column t.a | type: text",
                        "alter table \"t\" alter column \"a\" type character varying(5)"),
                drift(
                        "table t",
                        "column t.a | type: text",
                        "column t.a | type: text | not null",
                        "alter table \"t\" alter column \"a\" drop not null"),
                drift(
                        "table t",
                        "column t.a | type: text | default: 'b'",
                        "column t.a | type: text",
                        "alter table \"t\" alter column \"a\" set default 'b'"),
                drift(
                        "table t",
                        "column t.a | type: text | collation: C",
                        "column t.a | type: text",
                        "alter table \"t\" alter column \"a\" type text collate \"C\""),
                drift(
                        "table t",
                        "column t.a | type: text",
                        "column t.a | type: text | collation: C",
                        "alter table \"t\" alter column \"a\" type text collate \"default\""),
                drift(
                        "table t",
                        "column t.a | type: integer",
                        "column t.a | type: integer | identity: always",
                        "alter table \"t\" alter column \"a\" drop identity"),
                drift(
                        "table t",
                        "column t.a | type: integer | identity: always",
                        "column t.a | type: integer | identity: by default",
                        "alter table \"t\" alter column \"a\" set generated always"),
                drift(
                        "table t",
                        "column t.a | type: integer | identity: always",
                        "column t.a | type: integer",
                        "alter table \"t\" alter column \"a\" add generated always as identity",
                        "select setval(pg_get_serial_sequence('\"t\"', 'a'), max(\"a\")) from \"t\" having max(\"a\") is not null"),
                drift(
                        "table t",
                        "column t.a | type: integer",
                        "column t.a | type: integer | generated: 1 stored",
                        "alter table \"t\" alter column \"a\" drop expression"),
                drift(
                        "table t",
                        "column t.a | type: integer | generated: 1 stored",
                        "column t.a | type: integer",
                        "alter table \"t\" drop column \"a\"",
                        "alter table \"t\" add column \"a\" integer generated always as (1) stored"),
                drift(
                        "table t",
                        "column t.a | type: integer | storage: plain",
                        "column t.a | type: integer",
                        "-- No statement brings this back: make the table anew and move its rows."));
    }

    static Stream<Drift> constraintsAndIndexes() {
        return Stream.of(
                drift(
                        "table t",
                        "constraint t.c | contype: u | definition: UNIQUE (a) | comment: b\nindex t.c | definition: CREATE UNIQUE INDEX c | of constraint",
                        "index t.c | definition: CREATE UNIQUE INDEX c",
                        "drop index concurrently if exists \"c\"",
                        "alter table \"t\" add constraint \"c\" UNIQUE (a)",
                        "comment on constraint \"c\" on \"t\" is 'b'"),
                drift(
                        "table t",
                        "",
                        "constraint t.c | contype: c | definition: CHECK (true)",
                        "alter table \"t\" drop constraint \"c\""),
                drift(
                        "table t",
                        "constraint t.c | contype: c | definition: CHECK (true)",
                        "constraint t.c | contype: c | definition: CHECK (true) NOT VALID",
                        "alter table \"t\" validate constraint \"c\""),
                drift(
                        "table t",
                        "constraint t.c | contype: c | definition: CHECK (true)",
                        "constraint t.c | contype: c | definition: CHECK (false)",
                        "alter table \"t\" drop constraint \"c\"",
                        "alter table \"t\" add constraint \"c\" CHECK (true)"),
                drift(
                        "table t",
                        "constraint t.c | contype: f | definition: FOREIGN KEY",
                        "constraint t.c | contype: f | definition: FOREIGN KEY | switched off on: t, u",
                        "alter table t enable trigger all",
                        "alter table u enable trigger all"),
                drift(
                        "table t",
                        "index t.i | definition: CREATE INDEX i ON t | comment: b",
                        "",
                        "create index concurrently i ON t",
                        "comment on index \"i\" is 'b'"),
                drift(
                        "table t",
                        "index t.i | definition: CREATE UNIQUE INDEX i ON t",
                        "index t.i | definition: CREATE INDEX i ON t",
                        "drop index concurrently if exists \"i\"",
                        "create unique index concurrently i ON t"),
                drift(
                        "table t",
                        "index t.i | definition: CREATE INDEX i ON t",
                        "index t.i | definition: CREATE INDEX i ON t | invalid",
                        "reindex index concurrently \"i\""));
    }

    static Stream<Drift> typesAndSequences() {
        return Stream.of(
                drift("", "extension e", "", "create extension if not exists \"e\""),
                drift("", "", "extension e", "drop extension \"e\""),
                drift("", "type m | definition: enum ('a', 'b')", "", "create type \"m\" as enum ('a', 'b')"),
                drift(
                        "",
                        "type m | definition: domain integer constraint c CHECK (VALUE > 0) | comment: n",
                        "",
                        "create domain \"m\" as integer constraint c CHECK (VALUE > 0)",
                        "comment on domain \"m\" is 'n'"),
                drift("", "type m | definition: composite (a text)", "", "create type \"m\" as (a text)"),
                drift("", "type m | definition: range of date", "", "create type \"m\" as range (subtype = date)"),
                drift("", "", "type m | definition: domain integer", "drop domain \"m\""),
                drift("", "", "type m | definition: enum ('a')", "drop type \"m\""),
                drift(
                        "",
                        "type m | definition: enum ('a', 'b, c')",
                        "type m | definition: enum ('a', 'd')",
                        "alter type \"m\" rename value 'd' to 'b, c'"),
                drift(
                        "",
                        "type m | definition: enum ('a', 'b', 'c', 'd')",
                        "type m | definition: enum ('b', 'd')",
                        "alter type \"m\" add value 'a' before 'b'",
                        "alter type \"m\" add value 'c' after 'b'"),
                drift(
                        "table t\ncolumn t.x | type: m | default: 'a'::m\ncolumn t.y | type: m\ncolumn t.z | type: text",
                        "type m | definition: enum ('a')",
                        "type m | definition: enum ('b', 'c')",
                        "alter type \"m\" rename to \"m_old\"",
                        "create type \"m\" as enum ('a')",
                        "alter table \"t\" alter column \"x\" drop default",
                        "alter table \"t\" alter column \"x\" type \"m\" using \"x\"::text::\"m\"",
                        "alter table \"t\" alter column \"x\" set default 'a'::m",
                        "alter table \"t\" alter column \"y\" type \"m\" using \"y\"::text::\"m\"",
                        "drop type \"m_old\""),
                drift(
                        "table t\ncolumn t.x | type: \"M\"",
                        "type M | definition: domain integer",
                        "type M | definition: domain bigint",
                        "alter domain \"M\" rename to \"M_old\"",
                        "create domain \"M\" as integer",
                        "alter table \"t\" alter column \"x\" type \"M\" using \"x\"::text::\"M\"",
                        "drop domain \"M_old\""),
                drift(
                        "",
                        "type m | definition: enum ('a', 'b')",
                        "type m | definition: enum ('b', 'a')",
                        "alter type \"m\" rename to \"m_old\"",
                        "create type \"m\" as enum ('a', 'b')",
                        "drop type \"m_old\""),
                drift(
                        "",
                        "sequence s | type: bigint | start: 1 | increment: 2 | minimum: 3 | maximum: 4 | cache: 5 | cycle",
                        "",
                        "create sequence \"s\" as bigint start with 1 increment by 2 minvalue 3 maxvalue 4 cache 5 cycle"),
                drift("", "", "sequence s | type: bigint", "drop sequence \"s\""),
                drift(
                        "",
                        "sequence s | type: bigint | start: 1 | increment: 2 | minimum: 3 | maximum: 4 | cache: 5 | cycle",
                        "sequence s | type: integer | start: 2 | increment: 3 | minimum: 4 | maximum: 5 | cache: 6 | owned by: \"t\".\"a\"",
                        "alter sequence \"s\" cache 5",
                        "alter sequence \"s\" cycle",
                        "alter sequence \"s\" increment by 2",
                        "alter sequence \"s\" maxvalue 4",
                        "alter sequence \"s\" minvalue 3",
                        "alter sequence \"s\" owned by none",
                        "alter sequence \"s\" start with 1",
                        "alter sequence \"s\" as bigint"),
                drift("", "sequence s", "sequence s | cycle", "alter sequence \"s\" no cycle"));
    }

    static Stream<Drift> whatIsWritten() {
        return Stream.of(
                drift(
                        "",
                        "view v | materialized | options: fillfactor=70 | definition: SELECT 1; | public privileges: SELECT | comment: c",
                        "",
                        "create materialized view \"v\" with (fillfactor=70) as SELECT 1",
                        "grant SELECT on table \"v\" to public",
                        "comment on materialized view \"v\" is 'c'"),
                drift("", "", "view v | definition: SELECT 1", "drop view \"v\""),
                drift(
                        "",
                        "function f(text) | definition: CREATE FUNCTION f | comment: c",
                        "",
                        "CREATE FUNCTION f",
                        "revoke execute on routine \"f\"(text) from public",
                        "comment on routine \"f\"(text) is 'c'"),
                drift(
                        "",
                        "function f() | definition: CREATE FUNCTION f | public privileges: EXECUTE",
                        "",
                        "CREATE FUNCTION f"),
                drift("", "", "function f(text) | definition: CREATE FUNCTION f", "drop routine \"f\"(text)"),
                drift(
                        "",
                        "function f() | definition: CREATE FUNCTION g",
                        "function f() | definition: CREATE FUNCTION f",
                        "drop routine \"f\"()",
                        "CREATE FUNCTION g",
                        "revoke execute on routine \"f\"() from public"),
                drift(
                        "table t",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled: no",
                        "",
                        "CREATE TRIGGER g",
                        "alter table \"t\" disable trigger \"g\""),
                drift("table t", "trigger t.g | definition: CREATE TRIGGER g | enabled", "", "CREATE TRIGGER g"),
                drift(
                        "table t",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled: no",
                        "alter table \"t\" enable trigger \"g\""),
                drift(
                        "table t",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled: replica",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled: always",
                        "alter table \"t\" enable replica trigger \"g\""),
                drift(
                        "table t",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled: always",
                        "trigger t.g | definition: CREATE TRIGGER g | enabled",
                        "alter table \"t\" enable always trigger \"g\""),
                drift(
                        "table t",
                        "trigger t.g | definition: CREATE TRIGGER a | enabled",
                        "trigger t.g | definition: CREATE TRIGGER b | enabled",
                        "drop trigger \"g\" on \"t\"",
                        "CREATE TRIGGER a"),
                drift(
                        "table t",
                        "rule t.r | definition: CREATE RULE a",
                        "rule t.r | definition: CREATE RULE b",
                        "drop rule \"r\" on \"t\"",
                        "CREATE RULE a"),
                drift(
                        "table t",
                        "policy t.p | definition: permissive for all",
                        "policy t.p | definition: restrictive for all",
                        "drop policy \"p\" on \"t\"",
                        "create policy \"p\" on \"t\" as permissive for all"),
                drift("table t", "", "statistics t.s | definition: CREATE STATISTICS s", "drop statistics \"s\""));
    }

    @ParameterizedTest
    @MethodSource({"tables", "columns", "constraintsAndIndexes", "typesAndSequences", "whatIsWritten"})
    void a_difference_has_its_statements(Drift drift) {
        var differences = CatalogComparison.of(
                Catalogs.of(drift.there + "\n" + drift.expected), Catalogs.of(drift.there + "\n" + drift.found));

        assertThat(differences.stream()
                        .flatMap(difference -> difference.fix().stream())
                        .map(statement -> statement.replaceAll("\\s+", " ").strip()))
                .containsExactlyElementsOf(drift.fixes);
    }
}
