--liquibase formatted sql

--changeset acme:data-dev context:dev
--validCheckSum: ANY
--comment: Something to click around in, relative to the day of seeding; each table is filled only where it is empty. Passwords: 123456 and admin123

insert into users (name, email, password, role)
select name, email, password, role
from (values
    ('Uma User',  'user@acme.test',  '$2a$12$AkXodEOV2vbqsKY93TsfN.DbVvG76JX5qorIQWLsDnTJFwuQhMWUy', 'USER'),
    ('Ada Admin', 'admin@acme.test', '$2a$12$s6vd2XJeE1Vh8.RmF4U4.eIVroAaYe8EdI8xr4kSOqDlLrndtAkpK', 'ADMIN')
) as seed (name, email, password, role)
where not exists (select from users);

insert into customers (name, email, image_url)
select name, email, image_url
from (values
    ('Alder & Finch Architects', 'jane.alder@alderfinch.test',    ''),
    ('Bluebell Nursery',         'billing@bluebell.test',         ''),
    ('Cobalt Cycles',            'accounts@cobaltcycles.test',    '/images/customers/cobalt-cycles.svg'),
    ('Dunmore Dental',           'office@dunmoredental.test',     ''),
    ('Harbor & Pine',            'accounts@harborpine.test',      '/images/customers/harbor-and-pine.svg'),
    ('Juniper Labs',             'billing@juniper.test',          ''),
    ('Kestrel Media',            'finance@kestrel.test',          '/images/customers/kestrel-media.svg'),
    ('Larkspur Bakery',          'hello@larkspur.test',           ''),
    ('Marlow Foods',             'ap@marlow.test',                ''),
    ('Nordlicht Studio',         'hello@nordlicht.test',          ''),
    ('Okafor Print',             'pay@okafor.test',               ''),
    ('Quillon Legal',            'invoices@quillon.test',         ''),
    ('Sunday Roasters',          'jane.mbeki@sundayroasters.test', ''),
    ('Tide Logistics',           'invoices@tide.test',            '')
) as seed (name, email, image_url)
where not exists (select from customers);

-- 216 invoices, one every two and a half days. Of the last 75 days most are pending, of the older ones few: one in five in all.
insert into invoices (customer_id, amount, status, date)
select customer.id,
       7500 + 145 * (n * 7919 % 89) * (n * 104729 % 97) + (array [0, 0, 50, 99, 25])[n % 5 + 1],
       case when n < 30 and n % 4 <> 3 or n >= 30 and n % 9 = 4 then 'pending' else 'paid' end,
       current_date - n * 5 / 2
from generate_series(0, 215) as n
    join (select id, row_number() over (order by name, id) - 1 as place, count(*) over () as places from customers) as customer
        on customer.place = (n * 5 + n / 6) % customer.places
where not exists (select from invoices);

insert into revenue (month, revenue)
select month, revenue
from (values
    ('Jan', 21400), ('Feb', 18950), ('Mar', 24300), ('Apr', 26850), ('May', 25100), ('Jun', 31700),
    ('Jul', 28600), ('Aug', 23950), ('Sep', 33200), ('Oct', 35750), ('Nov', 38400), ('Dec', 42900)
) as seed (month, revenue)
where not exists (select from revenue);

insert into todos (title, completed)
select title, completed
from (values
    ('Call Harbor & Pine about the open invoices',  false),
    ('Send Juniper Labs their yearly statement',    false),
    ('Check the bank import for duplicates',        false),
    ('Agree on payment terms with Tide Logistics',  false),
    ('Update the address of Okafor Print',          false),
    ('Close the books of last month',               true),
    ('Thank Larkspur Bakery for the referral',      true),
    ('Order new envelopes',                         true)
) as seed (title, completed)
where not exists (select from todos);

-- The rows stay: by then someone has worked with them.
--rollback not required
