--liquibase formatted sql

--changeset jane:0002-drop-table
--comment: tasks is dropped

-- Its rows are gone after this; undoing it brings back an empty table.
drop table tasks;

--rollback create table tasks (
--rollback     done      boolean default false not null,
--rollback     due       date not null,
--rollback     effort    integer not null,
--rollback     id        uuid default gen_random_uuid() not null,
--rollback     note      text,
--rollback     person_id bigint not null,
--rollback     state     text not null,
--rollback     title     varchar(100) not null,
--rollback     version   bigint default 0 not null,
--rollback     constraint tasks_pkey PRIMARY KEY (id),
--rollback     constraint tasks_effort_check CHECK ((effort > 0)),
--rollback     constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
--rollback );
--rollback create index tasks_due_id_index on tasks (due, id);
