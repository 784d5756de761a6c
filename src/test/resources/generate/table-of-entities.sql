--liquibase formatted sql

--changeset jane:0002-table-of-entities
--comment: phones is new, steps is new

-- A new table.
create table phones (
    people bigint not null,
    number text not null
);

-- A new table.
create table steps (
    people     bigint not null,
    people_key integer not null,
    text       text not null,
    minutes    integer not null,
    constraint steps_pkey primary key (people, people_key)
);

-- The table has no rows to be read.
alter table phones add constraint phones_people_people_id_fk foreign key (people) references people (id);

-- The table has no rows to be read.
alter table steps add constraint steps_people_people_id_fk foreign key (people) references people (id);

-- The table has no rows to be indexed.
create index steps_minutes_index on steps (minutes);

--rollback alter table steps drop constraint steps_people_people_id_fk;
--rollback alter table phones drop constraint phones_people_people_id_fk;
--rollback drop table steps;
--rollback drop table phones;
