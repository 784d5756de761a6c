--liquibase formatted sql

--changeset acme:0006-value-checks-validated
--comment: The rows that were there before the checks keep to them, too

alter table invoices validate constraint invoices_status_check;
alter table invoices validate constraint invoices_amount_check;
alter table revenue validate constraint revenue_month_check;

--rollback alter table revenue drop constraint revenue_month_check;
--rollback alter table revenue add constraint revenue_month_check check (month in ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')) not valid;
--rollback alter table invoices drop constraint invoices_amount_check;
--rollback alter table invoices add constraint invoices_amount_check check (amount > 0) not valid;
--rollback alter table invoices drop constraint invoices_status_check;
--rollback alter table invoices add constraint invoices_status_check check (status in ('pending', 'paid')) not valid;
