--liquibase formatted sql

--changeset jane:0002-drop-foreign-key
--comment: tasks.helper is dropped, tasks has other constraints or indexes

-- Gone from the code.
alter table tasks drop constraint tasks_helper_people_id_fk;

-- Gone from the code.
alter table tasks drop constraint tasks_person_id_people_id_fk;

--rollback alter table tasks add constraint tasks_person_id_people_id_fk FOREIGN KEY (person_id) REFERENCES people(id);
--rollback alter table tasks add constraint tasks_helper_people_id_fk FOREIGN KEY (helper) REFERENCES people(id) ON DELETE SET NULL;

--changeset jane:0002-drop-foreign-key-drop
--comment: What is gone from the code, with what it holds

-- Its values are gone after this; undoing it brings back the column empty.
alter table tasks drop column helper;

--rollback alter table tasks add column helper bigint;
