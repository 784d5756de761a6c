--liquibase formatted sql

--changeset acme:0002-user-role
--comment: What a person may do; whoever another program adds is a user, never an administrator

alter table users add column role varchar(16) default 'USER' not null;
-- safe: check-without-not-valid: an account is a person, so there are few, and the column is new: they are read in a moment
alter table users add constraint users_role_check check (role in ('USER', 'ADMIN'));

--rollback alter table users drop column role;
