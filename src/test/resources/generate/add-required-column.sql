--liquibase formatted sql

--changeset jane:0002-add-required-column
--comment: people.country is new

-- A new column; the rows that are there have null in it.
alter table people add column country varchar(2);

--rollback alter table people drop column country;

--changeset jane:0002-add-required-column-backfill splitStatements:false
--comment: A value for the rows that are there

-- BACKFILL people.country: put a value or an expression in the place of null; on a big table in several steps.
update people set country = null where country is null;

-- Ends here while that place is not filled in.
do $$
begin
    if exists (select from people where country is null) then
        raise exception 'people.country has no value in the rows that are there: fill in the backfill in db-changelog/changes/0002-add-required-column.sql';
    end if;
end
$$;

--rollback not required

--changeset jane:0002-add-required-column-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table people add constraint people_country_filled check (country is not null) not valid;

--rollback alter table people drop constraint people_country_filled;

--changeset jane:0002-add-required-column-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table people validate constraint people_country_filled;

--rollback alter table people drop constraint people_country_filled;
--rollback alter table people add constraint people_country_filled check (country is not null) not valid;

--changeset jane:0002-add-required-column-not-null
--comment: A column that a validated check keeps filled is made NOT NULL without reading the table

-- Every row has one, as the check says.
alter table people alter column country set not null;

-- Says the same now.
alter table people drop constraint people_country_filled;

--rollback alter table people add constraint people_country_filled check (country is not null);
--rollback alter table people alter column country drop not null;
