--liquibase formatted sql

--changeset jane:0002-add-foreign-key
--comment: tasks.helper is new, tasks has other constraints or indexes

-- A new column; the rows that are there have null in it.
alter table tasks add column helper bigint;

--rollback alter table tasks drop column helper;

--changeset jane:0002-add-foreign-key-constraints
--comment: New rows keep to the constraints

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_helper_people_id_fk foreign key (helper) references people (id) on delete set null not valid;

-- New rows only: the others are not read here.
alter table tasks add constraint tasks_person_id_people_id_fk foreign key (person_id) references people (id) not valid;

--rollback alter table tasks drop constraint tasks_person_id_people_id_fk;
--rollback alter table tasks drop constraint tasks_helper_people_id_fk;

--changeset jane:0002-add-foreign-key-validate
--comment: The rows that are there keep to the constraints, too

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_helper_people_id_fk;

-- Reads the rows that are there, while others read and write.
alter table tasks validate constraint tasks_person_id_people_id_fk;

--rollback alter table tasks drop constraint tasks_person_id_people_id_fk;
--rollback alter table tasks add constraint tasks_person_id_people_id_fk foreign key (person_id) references people (id) not valid;
--rollback alter table tasks drop constraint tasks_helper_people_id_fk;
--rollback alter table tasks add constraint tasks_helper_people_id_fk foreign key (helper) references people (id) on delete set null not valid;
