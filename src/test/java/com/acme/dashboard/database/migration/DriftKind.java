package com.acme.dashboard.database.migration;

import java.util.List;

/**
 * A kind of drift.
 *
 * @param sql what somebody does by hand
 * @param found what is found then, in the order of the fixes
 */
record DriftKind(String sql, List<String> found) {

    /** What the changelog itself does not use, for a change set more. */
    static final String MORE = """
            --liquibase formatted sql
            --changeset acme:9000-more splitStatements:false
            create type mood as enum ('calm', 'good, or so', 'it''s bad');
            create type weight as enum ('light', 'heavy');
            create domain percentage as integer constraint percentage_check check (value between 0 and 100);
            create type size as (width integer, height integer);
            create sequence tickets start with 100 increment by 5;
            create table notes (
                id        bigserial primary key,
                "order"   integer,
                mood      mood default 'calm' not null,
                share     percentage,
                text      text not null,
                title     text collate "C",
                year      integer generated always as (extract(year from kept_from)::integer) stored,
                weight    weight default 'light',
                kept_from date,
                kept_to   date,
                constraint notes_kept_check check (kept_from < kept_to)
            ) with (fillfactor = 80);
            create unique index notes_text_index on notes (lower(text)) where mood <> 'calm';
            create table events (happened date not null, what text) partition by range (happened);
            create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
            create view calm_notes as select id, text from notes where mood = 'calm';
            create materialized view note_counts as select mood, count(*) as notes from notes group by mood;
            create rule notes_stay as on delete to notes do instead nothing;
            alter table notes enable row level security;
            create policy notes_for_all on notes for select using (text <> 'secret');
            create statistics notes_statistics on kept_from, kept_to from notes;
            create function shout(words text) returns text language sql immutable as $$ select upper(words) $$;
            create trigger notes_no_change before update on notes
                for each row execute function suppress_redundant_updates_trigger();
            comment on table notes is 'What''s to be kept';
            comment on column notes.text is 'as typed';
            comment on index notes_text_index is 'for looking up';
            comment on function shout(text) is 'louder';
            grant select on calm_notes to public;
            """;

    static final List<DriftKind> ALL = List.of(
            // tables
            new DriftKind("drop table todos", "table todos"),
            new DriftKind(
                    "drop table notes cascade",
                    "sequence notes_id_seq",
                    "table notes",
                    "view calm_notes",
                    "view note_counts"),
            new DriftKind("create table stray (id integer primary key)", "table stray"),
            new DriftKind("alter table revenue rename to income", "table revenue"),
            new DriftKind("alter table notes set unlogged", "table notes"),
            new DriftKind("alter table notes reset (fillfactor)", "table notes"),
            new DriftKind("alter table notes set (fillfactor = 70, autovacuum_enabled = off)", "table notes"),
            new DriftKind("alter table notes replica identity full", "table notes"),
            new DriftKind("alter table notes disable row level security", "table notes"),
            new DriftKind(
                    "alter table todos enable row level security; alter table todos force row level security",
                    "table todos"),
            new DriftKind("drop table events_2026", "table events_2026"),
            new DriftKind("alter table events detach partition events_2026", "table events_2026"),
            new DriftKind(
                    "alter table events detach partition events_2026;"
                            + " alter table events attach partition events_2026 for values from ('2025-01-01') to ('2027-01-01')",
                    "table events_2026"),
            new DriftKind("grant select, update on users to public", "table users"),
            // columns
            new DriftKind("alter table todos drop column completed", "column todos.completed"),
            new DriftKind(
                    "alter table invoices drop column status cascade",
                    "column invoices.status",
                    "constraint invoices.invoices_status_check",
                    "index invoices.invoices_customer_amount_index",
                    "index invoices.invoices_customer_date_index",
                    "index invoices.invoices_status_amount_index",
                    "index invoices.invoices_status_date_index"),
            new DriftKind("alter table customers add column phone text", "column customers.phone"),
            new DriftKind("alter table notes rename \"order\" to rank", "column notes.order"),
            new DriftKind("alter table revenue alter revenue type bigint", "column revenue.revenue"),
            new DriftKind("alter table users alter name type varchar(200)", "column users.name"),
            new DriftKind("alter table todos alter completed drop default", "column todos.completed"),
            new DriftKind("alter table todos alter completed set default true", "column todos.completed"),
            new DriftKind("alter table notes alter share set default 5", "column notes.share"),
            new DriftKind("alter table todos alter title drop not null", "column todos.title"),
            new DriftKind("alter table notes alter share set not null", "column notes.share"),
            new DriftKind("alter table todos alter position drop identity", "column todos.position"),
            new DriftKind("alter table todos alter position set generated always", "column todos.position"),
            new DriftKind("alter table notes alter year drop expression", "column notes.year"),
            new DriftKind("alter table notes alter title type text collate \"default\"", "column notes.title"),
            new DriftKind("alter table todos alter title type varchar(255) collate \"POSIX\"", "column todos.title"),
            new DriftKind("comment on column notes.text is null", "column notes.text"),
            // constraints
            new DriftKind("alter table todos drop constraint todos_pkey", "constraint todos.todos_pkey"),
            new DriftKind(
                    "alter table revenue drop constraint revenue_month_unique",
                    "constraint revenue.revenue_month_unique"),
            new DriftKind(
                    "alter table revenue drop constraint revenue_month_unique; create unique index revenue_month_unique on revenue (month)",
                    "constraint revenue.revenue_month_unique"),
            new DriftKind(
                    "alter table invoices drop constraint invoices_customer_id_customers_id_fk",
                    "constraint invoices.invoices_customer_id_customers_id_fk"),
            new DriftKind(
                    "alter table invoices drop constraint invoices_customer_id_customers_id_fk,"
                            + " add constraint invoices_customer_id_customers_id_fk foreign key (customer_id) references customers on delete cascade",
                    "constraint invoices.invoices_customer_id_customers_id_fk"),
            new DriftKind(
                    "alter table invoices disable trigger all",
                    "constraint invoices.invoices_customer_id_customers_id_fk",
                    "trigger invoices.invoices_count_deleted",
                    "trigger invoices.invoices_count_inserted",
                    "trigger invoices.invoices_count_truncated",
                    "trigger invoices.invoices_count_updated",
                    "trigger invoices.invoices_raise_version"),
            new DriftKind(
                    "alter table invoices drop constraint invoices_amount_check",
                    "constraint invoices.invoices_amount_check"),
            new DriftKind(
                    "alter table invoices drop constraint invoices_amount_check, add constraint invoices_amount_check check (amount >= 0)",
                    "constraint invoices.invoices_amount_check"),
            new DriftKind(
                    "alter table invoices drop constraint invoices_amount_check,"
                            + " add constraint invoices_amount_check check (amount > 0) not valid",
                    "constraint invoices.invoices_amount_check"),
            new DriftKind(
                    "alter table todos add constraint todos_title_check check (title <> '')",
                    "constraint todos.todos_title_check"),
            new DriftKind(
                    "alter table todos add constraint todos_title_unique unique (title)",
                    "constraint todos.todos_title_unique"),
            // indexes
            new DriftKind("drop index invoices_date_index", "index invoices.invoices_date_index"),
            new DriftKind("drop index customers_search_index", "index customers.customers_search_index"),
            new DriftKind(
                    "drop index invoices_date_index; create index invoices_date_index on invoices (date)",
                    "index invoices.invoices_date_index"),
            new DriftKind(
                    "drop index notes_text_index; create unique index notes_text_index on notes (lower(text)) where mood <> 'good, or so';"
                            + " comment on index notes_text_index is 'for looking up'",
                    "index notes.notes_text_index"),
            new DriftKind("create index stray_index on invoices (amount)", "index invoices.stray_index"),
            new DriftKind(
                    "update pg_index set indisvalid = false where indexrelid = 'invoices_date_index'::regclass",
                    "index invoices.invoices_date_index"),
            new DriftKind(
                    "alter index invoices_date_index set (fillfactor = 50)", "index invoices.invoices_date_index"),
            // sequences, types, extensions
            new DriftKind("alter sequence tickets increment by 1", "sequence tickets"),
            new DriftKind("alter sequence tickets maxvalue 1000 cycle", "sequence tickets", "sequence tickets"),
            new DriftKind("drop sequence tickets", "sequence tickets"),
            new DriftKind("create sequence stray", "sequence stray"),
            new DriftKind("drop sequence notes_id_seq cascade", "sequence notes_id_seq", "column notes.id"),
            new DriftKind("alter type weight add value 'none' before 'light'", "type weight"),
            new DriftKind(
                    "alter type mood rename value 'calm' to 'quiet'",
                    "type mood",
                    "column notes.mood",
                    "index notes.notes_text_index",
                    "view calm_notes"),
            new DriftKind(
                    "alter table notes alter weight drop default, alter weight type text; drop type weight;"
                            + " create type weight as enum ('light'); alter table notes alter weight type weight using weight::weight,"
                            + " alter weight set default 'light'",
                    "type weight"),
            new DriftKind("drop type size", "type size"),
            new DriftKind("create type stray as enum ('a')", "type stray"),
            new DriftKind("alter domain percentage drop constraint percentage_check", "type percentage"),
            new DriftKind(
                    "drop extension pg_trgm cascade", "extension pg_trgm", "index customers.customers_search_index"),
            new DriftKind("create extension citext", "extension citext"),
            // views, functions, triggers, rules, policies, statistics, comments
            new DriftKind("drop view calm_notes", "view calm_notes"),
            new DriftKind("create or replace view calm_notes as select id, text from notes", "view calm_notes"),
            new DriftKind("create view stray as select 1 as one", "view stray"),
            new DriftKind("revoke select on calm_notes from public", "view calm_notes"),
            new DriftKind("drop materialized view note_counts", "view note_counts"),
            new DriftKind(
                    "create or replace function shout(words text) returns text language sql immutable as $$ select lower(words) $$",
                    "function shout(text)"),
            new DriftKind("drop function shout(text)", "function shout(text)"),
            new DriftKind(
                    "drop function shout(text); create function shout(loud text) returns text language sql immutable as $$ select upper(loud) $$;"
                            + " comment on function shout(text) is 'louder'",
                    "function shout(text)"),
            new DriftKind("alter function raise_version() security definer", "function raise_version()"),
            new DriftKind("grant execute on function recount_invoices() to public", "function recount_invoices()"),
            new DriftKind("revoke execute on function shout(text) from public", "function shout(text)"),
            new DriftKind("create function stray() returns integer language sql as $$ select 1 $$", "function stray()"),
            new DriftKind("create procedure stray() language sql as $$ select 1 $$", "function stray()"),
            new DriftKind("drop trigger invoices_raise_version on invoices", "trigger invoices.invoices_raise_version"),
            new DriftKind(
                    "alter table invoices disable trigger invoices_raise_version",
                    "trigger invoices.invoices_raise_version"),
            new DriftKind(
                    "drop trigger notes_no_change on notes; create trigger notes_no_change after update on notes"
                            + " for each row execute function suppress_redundant_updates_trigger()",
                    "trigger notes.notes_no_change"),
            new DriftKind(
                    "create trigger stray before update on todos for each row execute function suppress_redundant_updates_trigger()",
                    "trigger todos.stray"),
            new DriftKind("drop rule notes_stay on notes", "rule notes.notes_stay"),
            new DriftKind("create rule stray as on delete to todos do instead nothing", "rule todos.stray"),
            new DriftKind("drop policy notes_for_all on notes", "policy notes.notes_for_all"),
            new DriftKind("alter policy notes_for_all on notes using (true)", "policy notes.notes_for_all"),
            new DriftKind("create policy stray on todos using (true)", "policy todos.stray"),
            new DriftKind("drop statistics notes_statistics", "statistics notes.notes_statistics"),
            new DriftKind("comment on table notes is null", "table notes"),
            new DriftKind("comment on index notes_text_index is 'what''s this?'", "index notes.notes_text_index"),
            new DriftKind("comment on function shout(text) is null", "function shout(text)"),
            new DriftKind("comment on type mood is 'of people'", "type mood"),
            new DriftKind(
                    "comment on constraint invoices_amount_check on invoices is 'cents'",
                    "constraint invoices.invoices_amount_check"));

    private DriftKind(String sql, String... found) {
        this(sql, List.of(found));
    }

    @Override
    public String toString() {
        return sql;
    }
}
