--liquibase formatted sql

--changeset jane:0002-widen
--comment: tasks.effort changes, tasks.title changes

-- safe: change-type: PostgreSQL keeps the table as it is
alter table tasks alter column title type varchar(200) using title;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column effort type bigint using effort;

--rollback alter table tasks alter column effort type integer using effort::integer;
--rollback alter table tasks alter column title type varchar(100) using title;
