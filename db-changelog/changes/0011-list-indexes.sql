--liquibase formatted sql
-- One change set each, because CONCURRENTLY allows no transaction; each can be repeated, because a kill leaves an invalid index.

--changeset acme:0011-customers-name runInTransaction:false
--comment: Customers by name
-- unmanaged: an expression index
drop index concurrently if exists customers_name_index;
create index concurrently customers_name_index on customers (lower(name), id);
--rollback drop index concurrently if exists customers_name_index;

--changeset acme:0011-customers-email runInTransaction:false
--comment: Customers by email
-- unmanaged: an expression index
drop index concurrently if exists customers_email_index;
create index concurrently customers_email_index on customers (lower(email), id);
--rollback drop index concurrently if exists customers_email_index;

--changeset acme:0011-invoices-date runInTransaction:false
--comment: Invoices by date
-- unmanaged: an index for reading
drop index concurrently if exists invoices_date_index;
create index concurrently invoices_date_index on invoices (date, id);
--rollback drop index concurrently if exists invoices_date_index;

--changeset acme:0011-invoices-status-date runInTransaction:false
--comment: Invoices of a status by date, and by status
-- unmanaged: an index for reading
drop index concurrently if exists invoices_status_date_index;
create index concurrently invoices_status_date_index on invoices (status, date, id) include (customer_id, amount);
--rollback drop index concurrently if exists invoices_status_date_index;

--changeset acme:0011-invoices-status-amount runInTransaction:false
--comment: Invoices of a status by amount, and those of one amount by date
-- unmanaged: an index for reading
drop index concurrently if exists invoices_status_amount_index;
create index concurrently invoices_status_amount_index on invoices (status, amount, date, id) include (customer_id);
--rollback drop index concurrently if exists invoices_status_amount_index;

--changeset acme:0011-invoices-customer-date runInTransaction:false
--comment: Invoices of a customer by status and date
-- unmanaged: an index for reading
drop index concurrently if exists invoices_customer_date_index;
create index concurrently invoices_customer_date_index on invoices (customer_id, status, date, id) include (amount);
--rollback drop index concurrently if exists invoices_customer_date_index;

--changeset acme:0011-invoices-customer-amount runInTransaction:false
--comment: Invoices of a customer by status and amount
-- unmanaged: an index for reading
drop index concurrently if exists invoices_customer_amount_index;
create index concurrently invoices_customer_amount_index on invoices (customer_id, status, amount, date, id);
--rollback drop index concurrently if exists invoices_customer_amount_index;
