--liquibase formatted sql

--changeset jane:0002-shorten
--comment: tasks.effort changes, tasks.note changes, tasks.title changes

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column title type varchar(50) using title;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column note type varchar(500) using note;

-- PostgreSQL writes the whole table anew: nobody reads or writes it until that is done.
alter table tasks alter column effort type smallint using effort;

--rollback alter table tasks alter column effort type integer using effort::integer;
--rollback alter table tasks alter column note type text using note;
--rollback alter table tasks alter column title type varchar(100) using title;
