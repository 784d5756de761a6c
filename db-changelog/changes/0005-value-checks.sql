--liquibase formatted sql

--changeset acme:0005-value-checks
--comment: New rows keep to the values that the pages know; rows that are there are looked at by the next change set, which locks no reader or writer out

alter table invoices add constraint invoices_status_check check (status in ('pending', 'paid')) not valid;
alter table invoices add constraint invoices_amount_check check (amount > 0) not valid;
alter table revenue add constraint revenue_month_check
    check (month in ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')) not valid;

--rollback alter table revenue drop constraint revenue_month_check;
--rollback alter table invoices drop constraint invoices_amount_check;
--rollback alter table invoices drop constraint invoices_status_check;
