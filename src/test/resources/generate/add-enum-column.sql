--liquibase formatted sql

--changeset jane:0002-add-enum-column
--comment: people.state is new, people has other constraints or indexes

-- A new column.
alter table people add column state varchar(10) default 'open' not null;

--rollback alter table people drop column state;

--changeset jane:0002-add-enum-column-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table people add constraint people_state_check check (state in ('open', 'done')) not valid;

--rollback alter table people drop constraint people_state_check;

--changeset jane:0002-add-enum-column-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table people validate constraint people_state_check;

--rollback alter table people drop constraint people_state_check;
--rollback alter table people add constraint people_state_check check (state in ('open', 'done')) not valid;
