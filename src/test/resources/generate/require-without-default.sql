--liquibase formatted sql

--changeset jane:0002-require-without-default splitStatements:false
--comment: A value for the rows that are there

-- BACKFILL tasks.note: put a value or an expression in the place of null; on a big table in several steps.
update tasks set note = null where note is null;

-- Ends here while that place is not filled in.
do $$
begin
    if exists (select from tasks where note is null) then
        raise exception 'tasks.note has no value in the rows that are there: fill in the backfill in db-changelog/changes/0002-require-without-default.sql';
    end if;
end
$$;

--rollback not required

--changeset jane:0002-require-without-default-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_note_filled check (note is not null) not valid;

--rollback alter table tasks drop constraint tasks_note_filled;

--changeset jane:0002-require-without-default-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_note_filled;

--rollback alter table tasks drop constraint tasks_note_filled;
--rollback alter table tasks add constraint tasks_note_filled check (note is not null) not valid;

--changeset jane:0002-require-without-default-not-null
--comment: A column that a validated check keeps filled is made NOT NULL without reading the table

-- Every row has one, as the check says.
alter table tasks alter column note set not null;

-- Says the same now.
alter table tasks drop constraint tasks_note_filled;

--rollback alter table tasks add constraint tasks_note_filled check (note is not null);
--rollback alter table tasks alter column note drop not null;
