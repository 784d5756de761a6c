--liquibase formatted sql

--changeset jane:0002-defaults
--comment: tasks.done changes, tasks.due changes, tasks.effort changes

-- What new rows get where nothing is said.
alter table tasks alter column effort set default 1;

-- No default any more.
alter table tasks alter column done drop default;

-- What new rows get where nothing is said.
alter table tasks alter column due set default current_date;

--rollback alter table tasks alter column due drop default;
--rollback alter table tasks alter column done set default false;
--rollback alter table tasks alter column effort drop default;
