--liquibase formatted sql

--changeset acme:data-dev context:dev
insert into users (name, email, password, role) values
    ('Uma User',  'user@acme.test',  '$2a$12$REPLACE', 'USER');
--rollback delete from users;
