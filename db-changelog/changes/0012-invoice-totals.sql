--liquibase formatted sql

--changeset acme:0012-invoice-totals splitStatements:false rollbackSplitStatements:false
--comment: How many invoices there are and what they add up to, by status and by customer, without reading them all
-- unmanaged: tables, functions and triggers that only the database itself writes to

-- What is counted is the sum of the totals and of the changes that are not yet folded into them. A statement on
-- invoices only appends to the changes, so no two writers ever wait for each other. No foreign keys: they would take
-- locks on customers.
create table invoice_totals (
    status   text   not null,
    invoices bigint not null,
    cents    bigint not null,
    constraint invoice_totals_pkey primary key (status)
);
create table customer_totals (
    customer_id uuid   not null,
    status      text   not null,
    invoices    bigint not null,
    cents       bigint not null,
    constraint customer_totals_pkey primary key (customer_id, status)
);
create table invoice_totals_changes (
    id          bigint generated always as identity,
    customer_id uuid   not null,
    status      text   not null,
    invoices    bigint not null,
    cents       bigint not null,
    constraint invoice_totals_changes_pkey primary key (id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create function count_invoices() returns trigger language plpgsql security definer as $$
declare
    added  bigint;
    newest bigint;
begin
    if tg_op = 'TRUNCATE' then
        truncate invoice_totals, customer_totals, invoice_totals_changes;
        return null;
    end if;

    if tg_op = 'INSERT' then
        insert into invoice_totals_changes (customer_id, status, invoices, cents)
        select customer_id, status, count(*), sum(amount)
        from new_rows
        group by customer_id, status;
    elsif tg_op = 'DELETE' then
        insert into invoice_totals_changes (customer_id, status, invoices, cents)
        select customer_id, status, -count(*), -sum(amount)
        from old_rows
        group by customer_id, status;
    else
        insert into invoice_totals_changes (customer_id, status, invoices, cents)
        select customer_id, status, sum(rows), sum(cents)
        from (select customer_id, status, -1 as rows, -amount as cents from old_rows
              union all
              select customer_id, status, 1, amount from new_rows) as moved
        group by customer_id, status
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

create function fold_invoice_totals(batch bigint) returns void language plpgsql as $$
begin
    with folded as (
        delete from invoice_totals_changes
        where id in (select id from invoice_totals_changes order by id limit batch for update skip locked)
        returning customer_id, status, invoices, cents
    ), by_status as (
        insert into invoice_totals as totals (status, invoices, cents)
        select status, sum(invoices), sum(cents)
        from folded
        group by status
        on conflict (status) do update
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

-- For the rows that are there already, and for repair where someone has loaded rows with the triggers switched off.
create function recount_invoices() returns void language plpgsql as $$
begin
    lock table invoices in share row exclusive mode;
    truncate invoice_totals, customer_totals, invoice_totals_changes;
    insert into customer_totals (customer_id, status, invoices, cents)
    select customer_id, status, count(*), sum(amount)
    from invoices
    group by customer_id, status;
    insert into invoice_totals (status, invoices, cents)
    select status, sum(invoices), sum(cents)
    from customer_totals
    group by status;
end
$$;

-- With the rights of the owner, who alone writes to these tables, and a search path that no caller can bend.
do $$
declare
    name text;
begin
    foreach name in array array['count_invoices()', 'fold_invoice_totals(bigint)', 'recount_invoices()'] loop
        execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', name, current_schema());
        execute format('revoke execute on function %s from public', name);
    end loop;
end
$$;

create trigger invoices_count_inserted after insert on invoices
    referencing new table as new_rows for each statement execute function count_invoices();
create trigger invoices_count_updated after update on invoices
    referencing old table as old_rows new table as new_rows for each statement execute function count_invoices();
create trigger invoices_count_deleted after delete on invoices
    referencing old table as old_rows for each statement execute function count_invoices();
create trigger invoices_count_truncated after truncate on invoices
    for each statement execute function count_invoices();

select recount_invoices();

/* liquibase rollback
drop trigger invoices_count_truncated on invoices;
drop trigger invoices_count_deleted on invoices;
drop trigger invoices_count_updated on invoices;
drop trigger invoices_count_inserted on invoices;
drop function recount_invoices();
drop function count_invoices();
drop function fold_invoice_totals(bigint);
drop table invoice_totals_changes;
drop table customer_totals;
drop table invoice_totals;
*/
