--liquibase formatted sql

--changeset acme:0001-initial-schema
--comment: The five tables, typed and named as drizzle-kit makes them; a database that has them is adopted once its shape is checked
--preconditions onFail:MARK_RAN onSqlOutput:TEST
--precondition-sql-check expectedResult:0 select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relname in ('users', 'customers', 'invoices', 'revenue', 'todos')

create table users (
    id       uuid         default gen_random_uuid() not null,
    name     varchar(255) not null,
    email    text         not null,
    password text         not null,
    constraint users_pkey primary key (id),
    constraint users_email_unique unique (email)
);

create table customers (
    id        uuid         default gen_random_uuid() not null,
    name      varchar(255) not null,
    email     varchar(255) not null,
    image_url varchar(255) not null,
    constraint customers_pkey primary key (id)
);

create table invoices (
    id          uuid         default gen_random_uuid() not null,
    customer_id uuid         not null,
    amount      integer      not null,
    status      varchar(255) not null,
    date        date         not null,
    constraint invoices_pkey primary key (id),
    constraint invoices_customer_id_customers_id_fk foreign key (customer_id) references customers (id)
);

create table revenue (
    month   varchar(4) not null,
    revenue integer    not null,
    constraint revenue_month_unique unique (month)
);

create table todos (
    id        uuid         default gen_random_uuid() not null,
    title     varchar(255) not null,
    completed boolean      default false not null,
    constraint todos_pkey primary key (id)
);

--rollback drop table todos;
--rollback drop table revenue;
--rollback drop table invoices;
--rollback drop table customers;
--rollback drop table users;
