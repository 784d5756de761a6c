--liquibase formatted sql

--changeset jane:0002-add-column-with-default-of-each-row
--comment: people.draw is new, people.token is new

-- A new column; its default comes after it, or PostgreSQL would write the whole table anew.
alter table people add column token uuid;

-- What new rows get where nothing is said.
alter table people alter column token set default gen_random_uuid();

-- A new column; its default comes after it, or PostgreSQL would write the whole table anew.
alter table people add column draw double precision;

-- What new rows get where nothing is said.
alter table people alter column draw set default random();

--rollback alter table people alter column draw drop default;
--rollback alter table people drop column draw;
--rollback alter table people alter column token drop default;
--rollback alter table people drop column token;

--changeset jane:0002-add-column-with-default-of-each-row-backfill splitStatements:false
--comment: A value for the rows that are there

-- The rows that have none get the default; on a big table in several steps.
update people set token = gen_random_uuid() where token is null;

-- The rows that have none get the default; on a big table in several steps.
update people set draw = random() where draw is null;

--rollback not required

--changeset jane:0002-add-column-with-default-of-each-row-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table people add constraint people_token_filled check (token is not null) not valid;

--rollback alter table people drop constraint people_token_filled;

--changeset jane:0002-add-column-with-default-of-each-row-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table people validate constraint people_token_filled;

--rollback alter table people drop constraint people_token_filled;
--rollback alter table people add constraint people_token_filled check (token is not null) not valid;

--changeset jane:0002-add-column-with-default-of-each-row-not-null
--comment: A column that a validated check keeps filled is made NOT NULL without reading the table

-- Every row has one, as the check says.
alter table people alter column token set not null;

-- Says the same now.
alter table people drop constraint people_token_filled;

--rollback alter table people add constraint people_token_filled check (token is not null);
--rollback alter table people alter column token drop not null;
