--liquibase formatted sql

--changeset jane:0002-checks
--comment: tasks has other constraints or indexes

-- Comes back below as the code has it now.
alter table tasks drop constraint tasks_effort_check;

-- Comes back below as the code has it now.
alter table tasks drop constraint tasks_state_check;

--rollback alter table tasks add constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])));
--rollback alter table tasks add constraint tasks_effort_check CHECK ((effort > 0));

--changeset jane:0002-checks-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_done_check check (not done or effort > 1) not valid;

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_effort_check check (effort between 1 and 100) not valid;

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_state_check check (state in ('open', 'done', 'lost')) not valid;

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_title_check check (title <> '') not valid;

--rollback alter table tasks drop constraint tasks_title_check;
--rollback alter table tasks drop constraint tasks_state_check;
--rollback alter table tasks drop constraint tasks_effort_check;
--rollback alter table tasks drop constraint tasks_done_check;

--changeset jane:0002-checks-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_done_check;

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_effort_check;

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_state_check;

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_title_check;

--rollback alter table tasks drop constraint tasks_title_check;
--rollback alter table tasks add constraint tasks_title_check check (title <> '') not valid;
--rollback alter table tasks drop constraint tasks_state_check;
--rollback alter table tasks add constraint tasks_state_check check (state in ('open', 'done', 'lost')) not valid;
--rollback alter table tasks drop constraint tasks_effort_check;
--rollback alter table tasks add constraint tasks_effort_check check (effort between 1 and 100) not valid;
--rollback alter table tasks drop constraint tasks_done_check;
--rollback alter table tasks add constraint tasks_done_check check (not done or effort > 1) not valid;
