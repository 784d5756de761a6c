--liquibase formatted sql

--changeset acme:0017-studio-audit splitStatements:false rollbackSplitStatements:false
--comment: What people change by way of Studio: who, when, what, how many rows and why. Rows are only ever added
-- unmanaged: a table that Studio alone adds rows to, and the triggers that keep them as they are

create table studio_audit (
    id            bigint      generated always as identity,
    at            timestamptz not null default now(),
    actor         text        not null,
    database_role text        not null default session_user,
    kind          text        not null,
    statement     text        not null,
    parameters    jsonb,
    rows          bigint,
    reason        text,
    constraint studio_audit_pkey primary key (id),
    constraint studio_audit_kind_check check (kind in ('edit', 'sql', 'permit'))
);

-- The application's role has no such right anyway (db roles); this is for the owner, who would have to drop it first.
create function refuse_studio_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of studio_audit are never changed or deleted' using errcode = 'insufficient_privilege';
end
$$;

create trigger studio_audit_unchanged before update or delete on studio_audit
    for each statement execute function refuse_studio_audit_change();
create trigger studio_audit_not_truncated before truncate on studio_audit
    for each statement execute function refuse_studio_audit_change();

/* liquibase rollback
drop table studio_audit;
drop function refuse_studio_audit_change();
*/
