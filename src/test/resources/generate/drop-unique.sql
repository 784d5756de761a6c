--liquibase formatted sql

--changeset jane:0002-drop-unique
--comment: people has other constraints or indexes

-- Gone from the code.
alter table people drop constraint people_email_unique;

--rollback alter table people add constraint people_email_unique UNIQUE (email);
