--liquibase formatted sql

--changeset jane:0002-add-unique runInTransaction:false
--comment: The unique constraint one_task_of_a_title, built while others write

-- What a run that was killed here has left.
alter table tasks drop constraint if exists one_task_of_a_title;

-- Or its index alone.
drop index concurrently if exists one_task_of_a_title;

-- Its index.
create unique index concurrently one_task_of_a_title on tasks (title);

-- The index becomes the constraint.
alter table tasks add constraint one_task_of_a_title unique using index one_task_of_a_title;

--rollback alter table tasks drop constraint if exists one_task_of_a_title;

--changeset jane:0002-add-unique-tasks_person_id_due_unique runInTransaction:false
--comment: The unique constraint tasks_person_id_due_unique, built while others write

-- What a run that was killed here has left.
alter table tasks drop constraint if exists tasks_person_id_due_unique;

-- Or its index alone.
drop index concurrently if exists tasks_person_id_due_unique;

-- Its index.
create unique index concurrently tasks_person_id_due_unique on tasks (person_id, due);

-- The index becomes the constraint.
alter table tasks add constraint tasks_person_id_due_unique unique using index tasks_person_id_due_unique;

--rollback alter table tasks drop constraint if exists tasks_person_id_due_unique;
