--liquibase formatted sql

--changeset jane:0002-drop-column
--comment: people.name is dropped

-- Its values are gone after this; undoing it brings back the column with '' in every row.
alter table people drop column name;

--rollback alter table people add column name text default '' not null;
--rollback alter table people alter column name drop default;
