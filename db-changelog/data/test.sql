--liquibase formatted sql

--changeset acme:data-test context:test
--validCheckSum: ANY
--comment: A few rows with fixed ids and dates that tests can name; each table is filled only where it is empty. Passwords: 123456 and admin123

insert into users (id, name, email, password, role)
select id::uuid, name, email, password, role
from (values
    ('a0000000-0000-4000-8000-000000000001', 'Uma User',  'user@acme.test',  '$2a$12$AkXodEOV2vbqsKY93TsfN.DbVvG76JX5qorIQWLsDnTJFwuQhMWUy', 'USER'),
    ('a0000000-0000-4000-8000-000000000002', 'Ada Admin', 'admin@acme.test', '$2a$12$s6vd2XJeE1Vh8.RmF4U4.eIVroAaYe8EdI8xr4kSOqDlLrndtAkpK', 'ADMIN')
) as seed (id, name, email, password, role)
where not exists (select from users);

insert into customers (id, name, email, image_url)
select id::uuid, name, email, image_url
from (values
    ('c0000000-0000-4000-8000-000000000001', 'Harbor & Pine',    'accounts@harborpine.test', ''),
    ('c0000000-0000-4000-8000-000000000002', 'Jane Okafor',      'jane@okafor.test',         ''),
    ('c0000000-0000-4000-8000-000000000003', 'Nordlicht Studio', 'hello@nordlicht.test',     '')
) as seed (id, name, email, image_url)
where not exists (select from customers);

insert into invoices (id, customer_id, amount, status, date)
select seed.id::uuid, customers.id, amount, status, date::date
from (values
    ('f0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001',  29999, 'pending', '2024-12-06'),
    ('f0000000-0000-4000-8000-000000000002', 'c0000000-0000-4000-8000-000000000001',  44800, 'paid',    '2024-11-14'),
    ('f0000000-0000-4000-8000-000000000003', 'c0000000-0000-4000-8000-000000000002',   1999, 'paid',    '2024-10-29'),
    ('f0000000-0000-4000-8000-000000000004', 'c0000000-0000-4000-8000-000000000002', 123456, 'pending', '2024-12-01'),
    ('f0000000-0000-4000-8000-000000000005', 'c0000000-0000-4000-8000-000000000003',  66600, 'paid',    '2024-06-18'),
    ('f0000000-0000-4000-8000-000000000006', 'c0000000-0000-4000-8000-000000000003',    500, 'paid',    '2023-08-19')
) as seed (id, customer_id, amount, status, date)
    join customers on customers.id = seed.customer_id::uuid
where not exists (select from invoices);

insert into revenue (month, revenue)
select month, revenue
from (values ('Jan', 2000), ('Feb', 1800), ('Mar', 2200), ('Apr', 2500), ('May', 2300), ('Jun', 3200)) as seed (month, revenue)
where not exists (select from revenue);

insert into todos (id, title, completed)
select id::uuid, title, completed
from (values
    ('d0000000-0000-4000-8000-000000000001', 'Call Harbor & Pine',    false),
    ('d0000000-0000-4000-8000-000000000002', 'Send the statements',   false),
    ('d0000000-0000-4000-8000-000000000003', 'Close the books of June', true)
) as seed (id, title, completed)
where not exists (select from todos);

--rollback not required
