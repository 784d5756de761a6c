--liquibase formatted sql

--changeset jane:0002-change-index runInTransaction:false
--comment: The index tasks_due_id_index is gone from the code

-- Nobody waits for this.
drop index concurrently if exists tasks_due_id_index;

--rollback drop index concurrently if exists tasks_due_id_index;
--rollback create index concurrently tasks_due_id_index on tasks (due, id);

--changeset jane:0002-change-index-tasks_due_id_index runInTransaction:false
--comment: The index tasks_due_id_index, built while others write

-- What a run that was killed here has left.
drop index concurrently if exists tasks_due_id_index;

-- A new index.
create index concurrently tasks_due_id_index on tasks (due desc, id desc);

--rollback drop index concurrently if exists tasks_due_id_index;
