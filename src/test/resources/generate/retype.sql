--liquibase formatted sql

--changeset jane:0002-retype
--comment: tasks.done changes, tasks.due changes, tasks.note changes, tasks.state changes, tasks.title changes and 1 more

-- Comes back below as the code has it now.
alter table tasks drop constraint tasks_state_check;

-- safe: change-type: PostgreSQL keeps the table as it is
alter table tasks alter column title type text using title;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column note type integer using note::integer;

-- The default is one of the old type.
alter table tasks alter column done drop default;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column done type integer using done::integer;

-- What new rows get where nothing is said.
alter table tasks alter column done set default 0;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done. Values mean UTC here: put in the zone that yours mean, in the rollback, too.
alter table tasks alter column due type timestamptz using due::timestamp at time zone 'UTC';

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column state type varchar(20) using state;

--rollback alter table tasks alter column state type text using state;
--rollback alter table tasks alter column due type date using (due at time zone 'UTC')::date;
--rollback alter table tasks alter column done drop default;
--rollback alter table tasks alter column done type boolean using done::boolean;
--rollback alter table tasks alter column done set default false;
--rollback alter table tasks alter column note type text using note;
--rollback alter table tasks alter column title type varchar(100) using title;
--rollback alter table tasks add constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])));

--changeset jane:0002-retype-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_state_check check (state in ('open', 'done')) not valid;

--rollback alter table tasks drop constraint tasks_state_check;

--changeset jane:0002-retype-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_state_check;

--rollback alter table tasks drop constraint tasks_state_check;
--rollback alter table tasks add constraint tasks_state_check check (state in ('open', 'done')) not valid;
