--liquibase formatted sql

--changeset acme:0007-user-email-index runInTransaction:false
--comment: Sign-in matches the email without regard to case; not unique, because an adopted table may hold two emails that differ only in case
-- unmanaged: an expression index

drop index concurrently if exists users_email_lower_index;
create index concurrently users_email_lower_index on users (lower(email));

--rollback drop index concurrently if exists users_email_lower_index;
