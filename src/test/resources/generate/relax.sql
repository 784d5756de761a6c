--liquibase formatted sql

--changeset jane:0002-relax
--comment: tasks.effort changes, tasks.title changes

-- May be null now.
alter table tasks alter column title drop not null;

-- May be null now.
alter table tasks alter column effort drop not null;

--rollback alter table tasks alter column effort set not null;
--rollback alter table tasks alter column title set not null;
