--liquibase formatted sql

--changeset jane:0002-require
--comment: tasks.note changes

-- What new rows get where nothing is said.
alter table tasks alter column note set default '';

--rollback alter table tasks alter column note drop default;

--changeset jane:0002-require-backfill splitStatements:false
--comment: A value for the rows that are there

-- The rows that have none get the default; on a big table in several steps.
update tasks set note = '' where note is null;

--rollback not required

--changeset jane:0002-require-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_note_filled check (note is not null) not valid;

--rollback alter table tasks drop constraint tasks_note_filled;

--changeset jane:0002-require-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_note_filled;

--rollback alter table tasks drop constraint tasks_note_filled;
--rollback alter table tasks add constraint tasks_note_filled check (note is not null) not valid;

--changeset jane:0002-require-not-null
--comment: A column that a validated check keeps filled is made NOT NULL without reading the table

-- Every row has one, as the check says.
alter table tasks alter column note set not null;

-- Says the same now.
alter table tasks drop constraint tasks_note_filled;

--rollback alter table tasks add constraint tasks_note_filled check (note is not null);
--rollback alter table tasks alter column note drop not null;
