--liquibase formatted sql

--changeset jane:0002-rename-column
--comment: people.email is called mail now, people.name is called full_name now, people has other constraints or indexes

-- The same column under another name.
alter table people rename column email to mail;

-- The same column under another name.
alter table people rename column name to full_name;

-- The same constraint under another name.
alter table people rename constraint people_email_unique to people_mail_unique;

--rollback alter table people rename constraint people_mail_unique to people_email_unique;
--rollback alter table people rename column full_name to name;
--rollback alter table people rename column mail to email;
