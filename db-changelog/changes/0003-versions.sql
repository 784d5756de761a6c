--liquibase formatted sql

--changeset acme:0003-versions splitStatements:false rollbackSplitStatements:false
--comment: Optimistic locking of what forms edit; a program that does not know the column raises it all the same, so its changes are noticed too

alter table invoices add column version bigint default 0 not null;
alter table customers add column version bigint default 0 not null;

create function raise_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;

create trigger invoices_raise_version before update on invoices
    for each row when (new.version = old.version and new.* is distinct from old.*)
    execute function raise_version();
create trigger customers_raise_version before update on customers
    for each row when (new.version = old.version and new.* is distinct from old.*)
    execute function raise_version();

/* liquibase rollback
drop trigger customers_raise_version on customers;
drop trigger invoices_raise_version on invoices;
drop function raise_version();
alter table customers drop column version;
alter table invoices drop column version;
*/
