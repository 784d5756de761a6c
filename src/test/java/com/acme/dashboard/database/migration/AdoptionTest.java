package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.schema.Catalog;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that drizzle-kit made for another program is taken over as it is, or refused before anything is changed. */
class AdoptionTest {

    /** As drizzle-kit 0.31 writes it for the five tables. */
    private static final String DRIZZLE = """
            CREATE TABLE "customers" (
                "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
                "name" varchar(255) NOT NULL,
                "email" varchar(255) NOT NULL,
                "image_url" varchar(255) NOT NULL
            );
            CREATE TABLE "invoices" (
                "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
                "customer_id" uuid NOT NULL,
                "amount" integer NOT NULL,
                "status" varchar(255) NOT NULL,
                "date" date NOT NULL
            );
            CREATE TABLE "revenue" (
                "month" varchar(4) NOT NULL,
                "revenue" integer NOT NULL,
                CONSTRAINT "revenue_month_unique" UNIQUE("month")
            );
            CREATE TABLE "todos" (
                "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
                "title" varchar(255) NOT NULL,
                "completed" boolean DEFAULT false NOT NULL
            );
            CREATE TABLE "users" (
                "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
                "name" varchar(255) NOT NULL,
                "email" text NOT NULL,
                "password" text NOT NULL,
                CONSTRAINT "users_email_unique" UNIQUE("email")
            );
            ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_id_customers_id_fk"
                FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;
            """;

    private static final String ROWS = """
            insert into users (name, email, password) values
                ('First', 'first@elsewhere.test', '$2b$10$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYz01234'),
                ('Twin', 'FIRST@elsewhere.test', '$2y$10$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYz01234');
            insert into customers (name, email, image_url)
                select 'Customer ' || n, 'c' || n || '@elsewhere.test', '/c.png' from generate_series(1, 40) n;
            insert into invoices (customer_id, amount, status, date)
                select id, 1 + n, case when n % 3 = 0 then 'paid' else 'pending' end, date '2020-01-01' + n
                from generate_series(1, 50) n, customers;
            insert into revenue values ('Jan', 1), ('Feb', 0);
            insert into todos (title) values ('Theirs');
            """;

    /** Everything the other program stored, in the columns that it knows. */
    private static final String THEIR_ROWS = """
            select row(id, name, email, password)::text from users union all
            select row(id, name, email, image_url)::text from customers union all
            select row(id, customer_id, amount, status, date)::text from invoices union all
            select row(month, revenue)::text from revenue union all
            select row(id, title, completed)::text from todos
            order by 1""";

    private final OwnDatabase database = new OwnDatabase();
    private final Migrations migrations = database.migrations(Environment.PROD);
    private final List<String> adopted = new ArrayList<>();
    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void adopted(ChangeSetName changeSet) {
            adopted.add(changeSet.id());
        }
    };

    @BeforeEach
    void another_program_made_the_tables() {
        database.run(DRIZZLE);
    }

    @Test
    void its_tables_are_adopted_and_no_row_is_lost_or_changed() {
        database.run(ROWS);
        database.run("""
                create schema drizzle;
                create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                create table public.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                """);
        var before = database.column(THEIR_ROWS);

        migrations.adopt(MigrationLimits.DEFAULT, listener);

        assertThat(adopted).containsExactly("0001-initial-schema");
        assertThat(migrations.pending()).isEmpty();
        assertThat(migrations.applied().getFirst().adopted()).isTrue();
        assertThat(before).hasSize(2 + 40 + 2000 + 2 + 1);
        assertThat(database.column(THEIR_ROWS)).isEqualTo(before);
        assertThat(database.column("select distinct role from users")).containsExactly("USER");
        assertThat(database.column("select row(status, invoices, cents)::text from invoice_totals order by 1"))
                .as("rows that were there are counted")
                .isEqualTo(database.column(
                        "select row(status, count(*), sum(amount))::text from invoices group by status order by 1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PROD"})
    void a_rollback_of_everything_leaves_every_row(Environment environment) {
        database.run(ROWS);
        var before = database.column(THEIR_ROWS);
        database.migrations(environment).adopt(MigrationLimits.DEFAULT, listener);
        var rollback = new Rollback(environment, database::connect, () -> Changelog.of(environment));
        var all = new Rollback.Extent.Last(99);
        if (environment == Environment.PROD) {
            assertThatThrownBy(() -> rollback.plan(all, MigrationLimits.DEFAULT))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("the first change set");
        } else {
            rollback.undo(all, rollback.plan(all, MigrationLimits.DEFAULT), MigrationLimits.DEFAULT, listener);
            assertThat(database.column("select id || ' ' || exectype from databasechangelog"))
                    .containsExactly("0001-initial-schema MARK_RAN");
        }
        assertThat(database.column(THEIR_ROWS)).isEqualTo(before);
        database.migrations(environment).apply(listener);
        assertThat(database.column(THEIR_ROWS)).isEqualTo(before);
    }

    @Test
    void a_dry_run_tells_beforehand_and_changes_nothing() {
        database.run(ROWS);
        var sql = new StringWriter();
        migrations.print(sql);
        assertThat(sql.toString().lines())
                .startsWith("-- The database will carry the environment prod.")
                .contains(
                        "-- adopt db-changelog/changes/0001-initial-schema.sql: its tables are there and fit, rows and all; none is changed",
                        "-- apply db-changelog/changes/0002-user-role.sql")
                .noneMatch(line -> line.startsWith("create table users"));
        assertThat(database.value("select to_regclass('databasechangelog')")).isNull();
    }

    @Test
    void whoever_runs_what_the_dry_run_prints_has_adopted_it_too() throws SQLException {
        database.run(ROWS);
        var before = database.column(THEIR_ROWS);
        var sql = new StringWriter();
        migrations.print(sql);

        database.runScript(sql.toString());

        assertThat(database.column(THEIR_ROWS)).isEqualTo(before);
        assertThat(migrations.state().standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        assertThat(migrations.pending()).isEmpty();
        assertThat(migrations.applied().getFirst().adopted()).isTrue();
        assertSchemaOfANewDatabase();
    }

    @Test
    void it_becomes_the_same_schema_as_a_new_database() throws SQLException {
        migrations.adopt(MigrationLimits.DEFAULT, listener);
        assertSchemaOfANewDatabase();
    }

    @Test
    void it_has_no_drift() throws SQLException {
        database.run(ROWS);
        database.run("""
                create schema drizzle;
                create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                create table public.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                """);
        migrations.adopt(MigrationLimits.DEFAULT, listener);
        var settings = Settings.of(
                Map.of(Environment.TEST.urlVariable(), database.url(), ScratchServer.URL_VARIABLE, database.url()));
        try (var server = DatabaseServer.open(Environment.TEST, settings, Path.of(""));
                var scratch = ScratchServer.like(server, settings, Path.of(""));
                var connection = database.connect()) {
            assertThat(Drift.of(connection, Changelog.of(Environment.PROD), scratch))
                    .isEmpty();
        }
    }

    @Test
    void the_program_that_made_it_goes_on_working() {
        database.run(ROWS);
        migrations.adopt(MigrationLimits.DEFAULT, listener);
        database.run("""
                insert into customers (name, email, image_url) values ('New', 'new@elsewhere.test', '');
                insert into invoices (customer_id, amount, status, date)
                    select id, 100, 'pending', '2025-01-01' from customers where name = 'New';
                update invoices set amount = 200 where customer_id = (select id from customers where name = 'New');
                insert into users (name, email, password) values ('N', 'n@elsewhere.test', 'x');
                insert into todos (title) values ('More');
                insert into revenue (month, revenue) values ('Mar', 3);
                """);
        assertThat(database.column("select amount || ' ' || version from invoices where date = '2025-01-01'"))
                .containsExactly("200 1");
        database.run("delete from invoices where date = '2025-01-01'");
    }

    @Test
    void the_first_change_set_makes_exactly_the_shape_that_is_expected() throws SQLException {
        try (var connection = database.connect()) {
            assertThat(Adoption.shape(connection))
                    .containsExactlyInAnyOrderElementsOf(
                            Adoption.EXPECTED_SHAPE.lines().toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table todos drop column completed           | expected  todos.completed boolean not null default false",
                "alter table users alter email type varchar(255)   | found     users.email character varying(255) not null",
                "alter table invoices alter amount drop not null   | found     invoices.amount integer",
                "alter table customers add column phone text       | found     customers.phone text",
                "alter table customers alter id drop default       | found     customers.id uuid not null",
                "drop table todos                                  | expected  todos.title character varying(255) not null",
                "alter table revenue drop constraint revenue_month_unique | expected  revenue: constraint revenue_month_unique UNIQUE (month)",
            })
    void tables_of_another_shape_are_refused_with_the_differences(String change, String difference) {
        database.run(change);
        assertRefused(difference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paid", "open", ""})
    void an_invoice_of_another_status_is_refused(String status) {
        database.run(ROWS);
        database.run("update invoices set status = '%s' where amount = 2".formatted(status));
        assertRefused("status is '" + status + "'", "and 30 more rows of invoices");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void an_invoice_of_nothing_is_refused(int amount) {
        database.run(ROWS);
        database.run("update invoices set amount = %d where amount = 2".formatted(amount));
        assertRefused("amount is '" + amount + "', must be more than 0");
    }

    @Test
    void a_month_of_another_name_is_refused() {
        database.run("insert into revenue values ('Sept', 1)");
        assertRefused("revenue Sept: month is 'Sept'");
    }

    @Test
    void tables_that_belong_to_somebody_else_are_refused_with_what_their_owner_can_do() {
        database.run(ROWS);
        var role = database.newRole("");
        database.run("grant usage, create on schema public to " + role);
        database.run("grant select, insert, update, delete on all tables in schema public to " + role);
        database.run("alter table todos owner to " + role);
        var theirs = database.as(role, OwnDatabase.PASSWORD).migrations(Environment.PROD);

        assertRefused(
                theirs,
                "as %s: alter table public.users owner to %s".formatted(database.value("select current_user"), role));
        assertThatThrownBy(() -> theirs.print(new StringWriter())).hasMessageNotContaining("public.todos");

        for (var table : List.of("users", "customers", "invoices", "revenue")) {
            database.run("alter table public.%s owner to %s".formatted(table, role));
        }
        database.run("create extension pg_trgm");
        theirs.adopt(MigrationLimits.DEFAULT, listener);
        assertThat(theirs.pending()).isEmpty();
    }

    @Test
    void every_check_that_is_put_on_the_five_tables_is_looked_at_beforehand() {
        migrations.adopt(MigrationLimits.DEFAULT, listener);
        assertThat(database.column("""
                        select conname from pg_constraint
                        where contype = 'c' and conrelid in
                            ('users'::regclass, 'customers'::regclass, 'invoices'::regclass, 'revenue'::regclass, 'todos'::regclass)"""))
                .as("a new check needs a rule in Adoption, unless it is on a column that a change set adds")
                .containsExactlyInAnyOrder(
                        "users_role_check", "invoices_status_check", "invoices_amount_check", "revenue_month_check");
    }

    private void assertSchemaOfANewDatabase() throws SQLException {
        var fresh = new OwnDatabase();
        fresh.migrate(Environment.PROD);
        try (var adoptedDatabase = database.connect();
                var newDatabase = fresh.connect()) {
            assertThat(Catalog.read(adoptedDatabase)).isEqualTo(Catalog.read(newDatabase));
        }
    }

    private void assertRefused(String... reasons) {
        assertRefused(migrations, reasons);
    }

    private void assertRefused(Migrations refused, String... reasons) {
        var before = database.column(THEIR_ROWS_COUNT);
        assertThatThrownBy(() -> refused.adopt(MigrationLimits.DEFAULT, listener))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContainingAll(reasons);
        assertThat(database.column(
                        "select relname from pg_class where relname in ('acme_environment', 'databasechangelog')"))
                .isEmpty();
        assertThat(database.column(THEIR_ROWS_COUNT)).isEqualTo(before);
        assertThat(adopted).isEmpty();
    }

    private static final String THEIR_ROWS_COUNT = "select count(*) from invoices";
}
