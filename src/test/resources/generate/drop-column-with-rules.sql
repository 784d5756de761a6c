--liquibase formatted sql

--changeset jane:0002-drop-column-with-rules
--comment: tasks.due is dropped, tasks.effort is dropped, tasks has other constraints or indexes

-- Gone from the code.
alter table tasks drop constraint tasks_effort_check;

--rollback alter table tasks add constraint tasks_effort_check CHECK ((effort > 0));

--changeset jane:0002-drop-column-with-rules-without-tasks_due_id_index runInTransaction:false
--comment: The index tasks_due_id_index is gone from the code

-- Nobody waits for this.
drop index concurrently if exists tasks_due_id_index;

--rollback drop index concurrently if exists tasks_due_id_index;
--rollback create index concurrently tasks_due_id_index on tasks (due, id);

--changeset jane:0002-drop-column-with-rules-drop rollbackSplitStatements:false
--comment: What is gone from the code, with what it holds

-- Its values are gone after this; undoing it brings back the column with '1970-01-01' in every row.
alter table tasks drop column due;

-- Its values are gone after this; undoing it brings back the column empty, and NOT NULL only in a table without rows.
alter table tasks drop column effort;

--rollback alter table tasks add column effort integer;
--rollback do $$
--rollback begin
--rollback     if not exists (select from tasks where effort is null) then
--rollback         alter table tasks alter column effort set not null;
--rollback     end if;
--rollback end
--rollback $$;
--rollback alter table tasks add column due date default '1970-01-01' not null;
--rollback alter table tasks alter column due drop default;
