--liquibase formatted sql

--changeset jane:0002-rename-table
--comment: people is called persons now, persons has other constraints or indexes

-- The same table under another name.
alter table people rename to persons;

-- The same constraint under another name.
alter table persons rename constraint people_email_unique to persons_email_unique;

-- The same constraint under another name.
alter table persons rename constraint people_pkey to persons_pkey;

--rollback alter table persons rename constraint persons_pkey to people_pkey;
--rollback alter table persons rename constraint persons_email_unique to people_email_unique;
--rollback alter table persons rename to people;
