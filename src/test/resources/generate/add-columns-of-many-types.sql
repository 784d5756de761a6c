--liquibase formatted sql

--changeset jane:0002-add-columns-of-many-types
--comment: people.active is new, people.balance is new, people.check is new, people.extra is new, people.height is new and 7 more

-- A new column; the rows that are there have null in it.
alter table people add column balance integer;

-- A new column; the rows that are there have null in it.
alter table people add column rate numeric(10, 2);

-- A new column; the rows that are there have null in it.
alter table people add column tags text[];

-- A new column; the rows that are there have null in it.
alter table people add column picture bytea;

-- A new column; the rows that are there have null in it.
alter table people add column extra jsonb;

-- A new column; the rows that are there have null in it.
alter table people add column active boolean;

-- A new column; the rows that are there have null in it.
alter table people add column height smallint;

-- A new column; the rows that are there have null in it.
alter table people add column home_street text;

-- A new column; the rows that are there have null in it.
alter table people add column home_city text;

-- A new column; the rows that are there have null in it.
alter table people add column "user" text;

-- A new column; the rows that are there have null in it.
alter table people add column "check" text;

--rollback alter table people drop column "check";
--rollback alter table people drop column "user";
--rollback alter table people drop column home_city;
--rollback alter table people drop column home_street;
--rollback alter table people drop column height;
--rollback alter table people drop column active;
--rollback alter table people drop column extra;
--rollback alter table people drop column picture;
--rollback alter table people drop column tags;
--rollback alter table people drop column rate;
--rollback alter table people drop column balance;

--changeset jane:0002-add-columns-of-many-types-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table people add constraint people_check_check check ("check" <> '') not valid;

--rollback alter table people drop constraint people_check_check;

--changeset jane:0002-add-columns-of-many-types-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table people validate constraint people_check_check;

--rollback alter table people drop constraint people_check_check;
--rollback alter table people add constraint people_check_check check ("check" <> '') not valid;
