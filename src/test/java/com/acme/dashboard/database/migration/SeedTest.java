package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The rows that each environment's database starts with. */
class SeedTest {

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void dev_has_something_to_click_around_in_relative_to_today() {
        database.migrate(Environment.DEV);

        assertThat(number("select count(*) from customers")).isGreaterThanOrEqualTo(12);
        assertThat(database.column("select image_url from customers"))
                .allMatch(url -> url.isEmpty() || url.matches("(/|https://).+"));
        assertThat(number("select count(*) from invoices")).isGreaterThanOrEqualTo(180);
        assertThat(
                        database.value(
                                "select min(date) >= current_date - interval '18 months' and max(date) = current_date from invoices"))
                .isEqualTo("t");
        assertThat(number("select count(distinct date_trunc('month', date)) from invoices"))
                .isGreaterThanOrEqualTo(18);
        assertThat(number("select count(distinct customer_id) from invoices"))
                .isEqualTo(number("select count(*) from customers"));
        assertThat(number("select count(*) filter (where status = 'paid') * 100 / count(*) from invoices"))
                .isBetween(75, 85);
        assertThat(database.column("select status from invoices order by date desc, id limit 8"))
                .filteredOn("pending"::equals)
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(number("select count(distinct amount) from invoices")).isGreaterThan(150);
        assertThat(number("select count(*) from revenue")).isEqualTo(12);
        assertThat(number("select count(*) from todos")).isEqualTo(8);
        assertAccounts();
    }

    @Test
    void test_has_a_few_rows_that_never_change() {
        database.migrate(Environment.TEST);

        assertThat(number("select count(*) from customers")).isEqualTo(3);
        assertThat(database.column(
                        "select id || ' ' || amount || ' ' || status || ' ' || date from invoices order by id"))
                .hasSize(6)
                .first()
                .isEqualTo("f0000000-0000-4000-8000-000000000001 29999 pending 2024-12-06");
        assertThat(number("select count(*) from revenue")).isEqualTo(6);
        assertThat(number("select count(*) from todos")).isEqualTo(3);
        assertAccounts();
    }

    @Test
    void prod_has_none() {
        database.migrate(Environment.PROD);

        for (var table : List.of("users", "customers", "invoices", "revenue", "todos")) {
            assertThat(number("select count(*) from " + table)).as(table).isZero();
        }
    }

    @Test
    void only_empty_tables_are_filled() throws Exception {
        var owner = new OwnDatabase();
        owner.migrate(Environment.PROD);
        owner.run("""
                insert into users (name, email, password) values ('Somebody', 'somebody@elsewhere.test', 'x');
                insert into customers (name, email, image_url) values ('Only One', 'one@elsewhere.test', '');
                update acme_environment set environment = 'dev';
                """);
        owner.migrate(Environment.DEV);

        assertThat(owner.column("select email from users")).containsExactly("somebody@elsewhere.test");
        assertThat(owner.column("select name from customers")).containsExactly("Only One");
        assertThat(owner.column("select distinct name from invoices join customers on customers.id = customer_id"))
                .containsExactly("Only One");
        assertThat(owner.value("select count(*) from todos")).isEqualTo("8");
    }

    private void assertAccounts() {
        assertThat(database.column("select email || ' ' || role from users order by email"))
                .containsExactly("admin@acme.test ADMIN", "user@acme.test USER");
        var bcrypt = new BCryptPasswordEncoder();
        var hashes = database.column("select password from users order by email");
        assertThat(hashes).allMatch(hash -> hash.startsWith("$2a$12$"));
        assertThat(bcrypt.matches("admin123", hashes.getFirst())).isTrue();
        assertThat(bcrypt.matches("123456", hashes.getLast())).isTrue();
    }

    private int number(String query) {
        return Integer.parseInt(database.value(query));
    }
}
