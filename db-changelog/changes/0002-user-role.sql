--liquibase formatted sql

--changeset acme:0002-user-role
--comment: What a person may do; whoever another program adds is a user, never an administrator

alter table users add column role varchar(16) default 'USER' not null;
alter table users add constraint users_role_check check (role in ('USER', 'ADMIN'));

--rollback alter table users drop column role;
