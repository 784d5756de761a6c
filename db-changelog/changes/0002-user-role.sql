--liquibase formatted sql

--changeset acme:0002-user-role
--comment: USER or ADMIN; rows of another program are users
alter table users add column role varchar(16) default 'USER' not null;
alter table users add constraint users_role_check check (role in ('USER', 'ADMIN'));
--rollback alter table users drop column role;
