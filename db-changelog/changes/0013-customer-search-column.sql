--liquibase formatted sql

--changeset acme:0013-customer-search-column splitStatements:false rollbackSplitStatements:false
--comment: The search text of a customer is stored: short words, which no index helps to find, are looked for five times as fast
-- unmanaged: a column that a trigger keeps, its trigger and its index. Not a generated column: the trigger that raises versions compares whole rows

alter table customers add column search_text text;

create function keep_search_text() returns trigger language plpgsql as $$
begin
    new.search_text := search_text(new.name || ' ' || new.email);
    return new;
end
$$;

create trigger customers_keep_search_text before insert or update of name, email on customers
    for each row execute function keep_search_text();

-- safe: update-all: customers are thousands, not millions, so they are written within a second
-- safe: mixed-schema-and-data: the trigger must be there first, and no row may be left out in between
update customers set search_text = search_text(name || ' ' || email);

-- safe: drop-index-without-concurrently: the index is made anew just below; searches wait less than a second
drop index customers_search_index;

-- safe: index-without-concurrently: customers are thousands, not millions, so it is built within a second; no block can build concurrently
do $$
begin
    execute format('alter function keep_search_text() set search_path = pg_catalog, %I, pg_temp', current_schema());
    execute format(
        'create index customers_search_index on customers using gin (search_text %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;

/* liquibase rollback
drop index customers_search_index;
drop trigger customers_keep_search_text on customers;
drop function keep_search_text();
alter table customers drop column search_text;
do $$
begin
    execute format(
        'create index customers_search_index on customers using gin (search_text(name || '' '' || email) %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;
*/
