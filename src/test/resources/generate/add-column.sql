--liquibase formatted sql

--changeset jane:0002-add-column
--comment: people.seen is new

-- A new column; the rows that are there have null in it.
alter table people add column seen timestamptz;

--rollback alter table people drop column seen;
