--liquibase formatted sql

--changeset acme:0014-month-totals splitStatements:false rollbackSplitStatements:false
--comment: What invoices add up to by month and status. A write costs what it did: the one row that it appends names its month, too; an update that moves an invoice to another month appends two
-- unmanaged: a table, a column and functions that only the database itself writes to

-- Writers come to the changes from the invoices, readers from the totals: in their order, so that nobody waits for each other.
-- safe: lock-table: nobody may write while the invoices are counted; a million of them are counted within a second
lock table invoices in share row exclusive mode;
-- safe: truncate: what is derived from the invoices, and counted anew below
truncate invoice_totals, customer_totals, invoice_totals_changes;

create table month_totals (
    month    date   not null,
    status   text   not null,
    invoices bigint not null,
    cents    bigint not null,
    constraint month_totals_pkey primary key (month, status)
);
-- safe: add-not-null-column: the table was emptied above, and only the functions below write to it
alter table invoice_totals_changes add column month date not null;

-- The first day of the month.
create function month_of(day date) returns date language sql immutable parallel safe
    return date_trunc('month', day::timestamp)::date;

create or replace function count_invoices() returns trigger language plpgsql security definer as $$
declare
    added  bigint;
    newest bigint;
begin
    if tg_op = 'TRUNCATE' then
        begin
            truncate invoice_totals, customer_totals, month_totals, invoice_totals_changes;
        exception
            when object_in_use then -- by the same statement, which empties these tables, too
                delete from invoice_totals;
                delete from customer_totals;
                delete from month_totals;
                delete from invoice_totals_changes;
        end;
        return null;
    end if;

    if tg_op = 'INSERT' then
        insert into invoice_totals_changes (customer_id, status, month, invoices, cents)
        select customer_id, status, month_of(date), count(*), sum(amount)
        from new_rows
        group by customer_id, status, month_of(date);
    elsif tg_op = 'DELETE' then
        insert into invoice_totals_changes (customer_id, status, month, invoices, cents)
        select customer_id, status, month_of(date), -count(*), -sum(amount)
        from old_rows
        group by customer_id, status, month_of(date);
    else
        insert into invoice_totals_changes (customer_id, status, month, invoices, cents)
        select customer_id, status, month, sum(rows), sum(cents)
        from (select customer_id, status, month_of(date) as month, -1 as rows, -amount as cents from old_rows
              union all
              select customer_id, status, month_of(date), 1, amount from new_rows) as moved
        group by customer_id, status, month
        having sum(rows) <> 0 or sum(cents) <> 0;
    end if;

    -- Every 256 changes someone folds. Who finds another one at it goes on, and so does a transaction whose snapshot
    -- is older than what it would fold.
    get diagnostics added = row_count;
    if added > 0 then
        newest := currval(pg_get_serial_sequence('invoice_totals_changes', 'id'));
        if newest / 256 > (newest - added) / 256
           and current_setting('transaction_isolation') = 'read committed'
           and pg_try_advisory_xact_lock('invoice_totals'::regclass::oid::integer, 0) then
            perform fold_invoice_totals(greatest(1024, 2 * added));
        end if;
    end if;
    return null;
end
$$;

create or replace function fold_invoice_totals(batch bigint) returns void language plpgsql as $$
begin
    with folded as (
        delete from invoice_totals_changes
        where id in (select id from invoice_totals_changes order by id limit batch for update skip locked)
        returning customer_id, status, month, invoices, cents
    ), by_status as (
        insert into invoice_totals as totals (status, invoices, cents)
        select status, sum(invoices), sum(cents)
        from folded
        group by status
        on conflict (status) do update
        set invoices = totals.invoices + excluded.invoices, cents = totals.cents + excluded.cents
    ), by_month as (
        insert into month_totals as totals (month, status, invoices, cents)
        select month, status, sum(invoices), sum(cents)
        from folded
        group by month, status
        on conflict (month, status) do update
        set invoices = totals.invoices + excluded.invoices, cents = totals.cents + excluded.cents
    )
    insert into customer_totals as totals (customer_id, status, invoices, cents)
    select customer_id, status, sum(invoices), sum(cents)
    from folded
    group by customer_id, status
    on conflict (customer_id, status) do update
    set invoices = totals.invoices + excluded.invoices, cents = totals.cents + excluded.cents;
end
$$;

create or replace function recount_invoices() returns void language plpgsql as $$
begin
    lock table invoices in share row exclusive mode;
    truncate invoice_totals, customer_totals, month_totals, invoice_totals_changes;
    insert into customer_totals (customer_id, status, invoices, cents)
    select customer_id, status, count(*), sum(amount)
    from invoices
    group by customer_id, status;
    insert into invoice_totals (status, invoices, cents)
    select status, sum(invoices), sum(cents)
    from customer_totals
    group by status;
    insert into month_totals (month, status, invoices, cents)
    select month_of(date), status, count(*), sum(amount)
    from invoices
    group by month_of(date), status;
end
$$;

-- Replaced functions forget their search path, though not who may call them.
do $$
declare
    name text;
begin
    foreach name in array array['count_invoices()', 'fold_invoice_totals(bigint)', 'recount_invoices()'] loop
        execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', name, current_schema());
    end loop;
end
$$;

select recount_invoices();

-- Line by line: a block would be joined into one. Where a comment was, a space at the end of the line is what is left of it.
--rollback lock table invoices in share row exclusive mode;
--rollback 
--rollback create or replace function count_invoices() returns trigger language plpgsql security definer as $$
--rollback declare
--rollback     added  bigint;
--rollback     newest bigint;
--rollback begin
--rollback     if tg_op = 'TRUNCATE' then
--rollback         begin
--rollback             truncate invoice_totals, customer_totals, invoice_totals_changes;
--rollback         exception
--rollback             when object_in_use then 
--rollback                 delete from invoice_totals;
--rollback                 delete from customer_totals;
--rollback                 delete from invoice_totals_changes;
--rollback         end;
--rollback         return null;
--rollback     end if;
--rollback 
--rollback     if tg_op = 'INSERT' then
--rollback         insert into invoice_totals_changes (customer_id, status, invoices, cents)
--rollback         select customer_id, status, count(*), sum(amount)
--rollback         from new_rows
--rollback         group by customer_id, status;
--rollback     elsif tg_op = 'DELETE' then
--rollback         insert into invoice_totals_changes (customer_id, status, invoices, cents)
--rollback         select customer_id, status, -count(*), -sum(amount)
--rollback         from old_rows
--rollback         group by customer_id, status;
--rollback     else
--rollback         insert into invoice_totals_changes (customer_id, status, invoices, cents)
--rollback         select customer_id, status, sum(rows), sum(cents)
--rollback         from (select customer_id, status, -1 as rows, -amount as cents from old_rows
--rollback               union all
--rollback               select customer_id, status, 1, amount from new_rows) as moved
--rollback         group by customer_id, status
--rollback         having sum(rows) <> 0 or sum(cents) <> 0;
--rollback     end if;
--rollback 
--rollback     
--rollback     
--rollback     get diagnostics added = row_count;
--rollback     if added > 0 then
--rollback         newest := currval(pg_get_serial_sequence('invoice_totals_changes', 'id'));
--rollback         if newest / 256 > (newest - added) / 256
--rollback            and current_setting('transaction_isolation') = 'read committed'
--rollback            and pg_try_advisory_xact_lock('invoice_totals'::regclass::oid::integer, 0) then
--rollback             perform fold_invoice_totals(greatest(1024, 2 * added));
--rollback         end if;
--rollback     end if;
--rollback     return null;
--rollback end
--rollback $$;
--rollback 
--rollback create or replace function fold_invoice_totals(batch bigint) returns void language plpgsql as $$
--rollback begin
--rollback     with folded as (
--rollback         delete from invoice_totals_changes
--rollback         where id in (select id from invoice_totals_changes order by id limit batch for update skip locked)
--rollback         returning customer_id, status, invoices, cents
--rollback     ), by_status as (
--rollback         insert into invoice_totals as totals (status, invoices, cents)
--rollback         select status, sum(invoices), sum(cents)
--rollback         from folded
--rollback         group by status
--rollback         on conflict (status) do update
--rollback         set invoices = totals.invoices + excluded.invoices, cents = totals.cents + excluded.cents
--rollback     )
--rollback     insert into customer_totals as totals (customer_id, status, invoices, cents)
--rollback     select customer_id, status, sum(invoices), sum(cents)
--rollback     from folded
--rollback     group by customer_id, status
--rollback     on conflict (customer_id, status) do update
--rollback     set invoices = totals.invoices + excluded.invoices, cents = totals.cents + excluded.cents;
--rollback end
--rollback $$;
--rollback 
--rollback create or replace function recount_invoices() returns void language plpgsql as $$
--rollback begin
--rollback     lock table invoices in share row exclusive mode;
--rollback     truncate invoice_totals, customer_totals, invoice_totals_changes;
--rollback     insert into customer_totals (customer_id, status, invoices, cents)
--rollback     select customer_id, status, count(*), sum(amount)
--rollback     from invoices
--rollback     group by customer_id, status;
--rollback     insert into invoice_totals (status, invoices, cents)
--rollback     select status, sum(invoices), sum(cents)
--rollback     from customer_totals
--rollback     group by status;
--rollback end
--rollback $$;
--rollback 
--rollback do $$
--rollback declare
--rollback     name text;
--rollback begin
--rollback     foreach name in array array['count_invoices()', 'fold_invoice_totals(bigint)', 'recount_invoices()'] loop
--rollback         execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', name, current_schema());
--rollback     end loop;
--rollback end
--rollback $$;
--rollback 
--rollback drop function month_of(date);
--rollback alter table invoice_totals_changes drop column month;
--rollback drop table month_totals;
