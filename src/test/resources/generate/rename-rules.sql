--liquibase formatted sql

--changeset jane:0002-rename-rules
--comment: tasks has other constraints or indexes

-- The same constraint under another name.
alter table tasks rename constraint tasks_effort_check to some_effort;

-- The same index under another name.
alter index tasks_due_id_index rename to tasks_by_day;

--rollback alter index tasks_by_day rename to tasks_due_id_index;
--rollback alter table tasks rename constraint some_effort to tasks_effort_check;
