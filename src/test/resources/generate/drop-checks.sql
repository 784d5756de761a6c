--liquibase formatted sql

--changeset jane:0002-drop-checks
--comment: tasks has other constraints or indexes

-- Gone from the code.
alter table tasks drop constraint tasks_effort_check;

-- Gone from the code.
alter table tasks drop constraint tasks_state_check;

--rollback alter table tasks add constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])));
--rollback alter table tasks add constraint tasks_effort_check CHECK ((effort > 0));
