--liquibase formatted sql

--changeset jane:0002-add-column-with-default
--comment: people.points is new

-- A new column.
alter table people add column points integer default 0 not null;

--rollback alter table people drop column points;
