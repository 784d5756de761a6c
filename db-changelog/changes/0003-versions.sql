--liquibase formatted sql

--changeset acme:0003-versions
--comment: Optimistic locking for what forms edit
alter table invoices add column version bigint default 0 not null;
alter table customers add column version bigint default 0 not null;
--rollback alter table invoices drop column version;
--rollback alter table customers drop column version;
