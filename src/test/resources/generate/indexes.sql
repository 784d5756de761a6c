--liquibase formatted sql

--changeset jane:0002-indexes runInTransaction:false
--comment: The index tasks_due_id_index is gone from the code

-- Nobody waits for this.
drop index concurrently if exists tasks_due_id_index;

--rollback drop index concurrently if exists tasks_due_id_index;
--rollback create index concurrently tasks_due_id_index on tasks (due, id);

--changeset jane:0002-indexes-tasks_open_index runInTransaction:false
--comment: The index tasks_open_index, built while others write

-- What a run that was killed here has left.
drop index concurrently if exists tasks_open_index;

-- A new index.
create index concurrently tasks_open_index on tasks (due desc, id desc) include (title) where not done;

--rollback drop index concurrently if exists tasks_open_index;

--changeset jane:0002-indexes-tasks_person_id_due_index runInTransaction:false
--comment: The index tasks_person_id_due_index, built while others write

-- What a run that was killed here has left.
drop index concurrently if exists tasks_person_id_due_index;

-- A new index.
create unique index concurrently tasks_person_id_due_index on tasks (person_id, due) where done;

--rollback drop index concurrently if exists tasks_person_id_due_index;

--changeset jane:0002-indexes-tasks_title_index runInTransaction:false
--comment: The index tasks_title_index, built while others write

-- What a run that was killed here has left.
drop index concurrently if exists tasks_title_index;

-- A new index.
create index concurrently tasks_title_index on tasks (title);

--rollback drop index concurrently if exists tasks_title_index;
