package com.acme.dashboard.database.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.acme.dashboard.SkippedTests;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.BuiltDatabase;
import com.acme.dashboard.database.migration.EnvironmentGuard;
import com.acme.dashboard.database.migration.MigrationListener;
import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.database.schema.Difference;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    /** Everything that a second run could have changed. */
    private static final String RIGHTS = """
            select concat_ws(' ', datname, datacl) from pg_database where datname = current_database()
            union all select concat_ws(' ', nspname, nspacl) from pg_namespace where nspname = current_schema()
            union all select concat_ws(' ', relname, relowner::regrole, relacl) from pg_class where relnamespace = 'public'::regnamespace
            union all select concat_ws(' ', proname, proowner::regrole, proacl) from pg_proc where pronamespace = 'public'::regnamespace
            union all select concat_ws(' ', defaclrole::regrole, defaclobjtype, defaclacl) from pg_default_acl
            union all select concat_ws(' ', rolname, rolpassword) from pg_authid where starts_with(rolname, current_database() || '_')
            order by 1""";

    @TempDir
    static Path directory;

    /** What the roles may do, on one database for all. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfAMigratedDatabase {

        private final OwnDatabase database = new OwnDatabase();

        @BeforeAll
        void make_the_roles() {
            database.migrate(Environment.PROD);
            database.run("insert into todos (title) values ('One')");
            roles(database).apply(passwords());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "create table stray (id integer)",
                    "create temporary table stray (id integer)",
                    "create schema stray",
                    "create function stray() returns integer language sql as 'select 1'",
                    "create extension citext",
                    "alter table todos add column stray integer",
                    "alter table todos disable trigger all",
                    "create index stray on todos (title)",
                    "drop table todos",
                    "truncate todos",
                    "truncate invoices cascade",
                    "comment on table todos is 'stray'",
                    "insert into acme_environment (environment) values ('dev')",
                    "update acme_environment set environment = 'dev'",
                    "delete from acme_environment",
                    "delete from databasechangelog",
                    "update databasechangelog set md5sum = null",
                    "insert into invoice_totals values ('paid', 1, 1)",
                    "update month_totals set cents = 0",
                    "delete from invoice_totals_changes",
                    "update studio_audit set actor = 'another'",
                    "delete from studio_audit",
                    "truncate studio_audit",
                    "insert into studio_audit (actor, kind, statement) values ('a', 'sql', '') on conflict (id) do update set actor = ''",
                    "select recount_invoices()",
                    "select fold_invoice_totals(1)",
                })
        void the_application_cannot_change_the_schema_or_the_books(String sql) {
            assertRefused(DatabaseRole.APP, sql);
            assertRefused(DatabaseRole.READONLY, sql);
        }

        @Test
        void the_application_reads_and_writes_rows() {
            var app = as(database, DatabaseRole.APP);
            app.run("insert into customers (name, email, image_url) values ('C', 'c@acme.test', '')");
            app.run(
                    "insert into invoices (customer_id, amount, status, date) select id, 5, 'paid', '2026-01-01' from customers");
            app.run("update invoices set amount = 7");
            assertThat(
                            app.value(
                                    "select invoices || ' ' || cents from invoice_totals_changes where status = 'paid' limit 1"))
                    .isNotNull();
            app.run("delete from invoices");
            app.run("delete from customers");
            app.run("insert into users (name, email, password) values ('U', 'u@acme.test', 'x')");
            app.run("update users set password = 'y'");
            app.run("delete from users");
            app.run("insert into todos (title) values ('Two')");
            assertThat(app.migrations(Environment.PROD).pending()).isEmpty();
            assertThat(app.guard(Environment.PROD).standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        }

        @Test
        void the_application_writes_down_what_was_done_and_takes_nothing_back() {
            var app = as(database, DatabaseRole.APP);
            app.run("insert into studio_audit (actor, kind, statement, rows) values ('ada', 'sql', 'select 1', 1)");
            assertThat(app.value("select actor || ' ' || database_role from studio_audit"))
                    .isEqualTo("ada " + DatabaseRole.APP.nameIn(database.name()));
            assertRefused(DatabaseRole.READONLY, "select actor from studio_audit");
            for (var sql : List.of(
                    "update studio_audit set actor = ''", "delete from studio_audit", "truncate studio_audit")) {
                assertThatThrownBy(() -> as(database, DatabaseRole.OWNER).run(sql))
                        .hasStackTraceContaining("never changed or deleted");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "insert into todos (title) values ('Two')",
                    "update todos set title = 'Two'",
                    "delete from todos",
                    "select nextval('todos_position_seq')",
                })
        void reports_only_read(String sql) {
            assertThat(as(database, DatabaseRole.READONLY).value("select title from todos"))
                    .isEqualTo("One");
            assertRefused(DatabaseRole.READONLY, sql);
        }

        @Test
        void nobody_becomes_the_owner() {
            var owner = DatabaseRole.OWNER.nameIn(database.name());
            assertRefused(DatabaseRole.APP, "set role " + owner);
            assertRefused(DatabaseRole.READONLY, "set role " + owner);
        }

        @AfterAll
        void nothing_was_left() throws SQLException {
            assertThat(differences(database)).isEmpty();
        }

        private void assertRefused(DatabaseRole role, String sql) {
            assertThatThrownBy(() -> as(database, role).run(sql))
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void the_owner_migrates_an_empty_database(BuiltDatabase.Server server) throws SQLException {
        var database = newDatabase(server);
        roles(database).apply(passwords());
        as(database, DatabaseRole.OWNER).migrate(Environment.PROD);
        assertThat(differences(database)).isEmpty();
        assertThatThrownBy(() -> as(database, DatabaseRole.APP).run("delete from acme_environment"))
                .hasStackTraceContaining("permission denied");
        assertThatCode(() -> as(database, DatabaseRole.APP).run("insert into todos (title) values ('One')"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void the_owner_goes_on_with_a_database_that_another_role_migrated(BuiltDatabase.Server server) throws SQLException {
        var database = newDatabase(server);
        database.migrate(Environment.PROD, 5);
        roles(database).apply(passwords());
        var owner = as(database, DatabaseRole.OWNER).migrations(Environment.PROD);
        assertThat(owner.pending()).isNotEmpty();
        owner.apply(new MigrationListener() {});
        assertThat(owner.pending()).isEmpty();
        assertThat(differences(database)).isEmpty();
    }

    /** As in a cloud, where nobody is a superuser. */
    @ParameterizedTest
    @EnumSource(BuiltDatabase.Server.class)
    void who_owns_the_database_and_may_make_roles_can_do_it_and_keeps_his_rights(BuiltDatabase.Server server)
            throws SQLException {
        var database = newDatabase(server);
        var admin = database.newRole("createrole");
        database.run("alter database %s owner to %s".formatted(database.name(), admin));
        if (server == BuiltDatabase.Server.OF_THE_RUN) {
            database.run("alter schema public owner to " + admin);
        }
        var asAdmin = database.as(admin, OwnDatabase.PASSWORD);
        asAdmin.migrate(Environment.PROD);
        roles(asAdmin).apply(passwords());
        assertThat(differences(database)).isEmpty();
        asAdmin.run("alter table todos add column note text");
    }

    /** As where somebody called the one role of a database so that it has the name of one of the three. */
    @ParameterizedTest
    @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
    void a_role_of_the_three_that_made_the_tables_gives_them_up_and_gets_no_rights_of_the_owner(DatabaseRole maker)
            throws SQLException {
        var database = new OwnDatabase();
        var role = maker.nameIn(database.name());
        database.run("create role %s login password 'secret of %s'".formatted(role, maker));
        database.run("grant create on schema public to " + role);
        as(database, maker).run("create table notes (body text)");

        roles(database).apply(passwords());

        assertThat(differences(database)).isEmpty();
        assertThatThrownBy(() -> as(database, maker).run("drop table notes"))
                .hasStackTraceContaining("must be owner of table notes");
        as(database, DatabaseRole.OWNER).run("alter table notes add column title text");
    }

    @Test
    void who_may_not_grant_it_is_told_and_nothing_is_changed() {
        var database = new OwnDatabase();
        var maker = database.newRole("createrole");
        assertThatThrownBy(() -> roles(database.as(maker, OwnDatabase.PASSWORD)).apply(passwords()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("nothing was changed")
                .message()
                .hasLineCount(1);
        assertThat(database.column("select rolname from pg_roles where rolname like current_database() || '\\_%'"))
                .containsExactly(maker);
    }

    @Test
    void who_may_not_give_a_password_is_told_and_nothing_is_changed() {
        var database = new OwnDatabase();
        assumeTrue(
                Integer.parseInt(database.value("show server_version_num")) >= 160_000,
                SkippedTests.OPTIONAL + "before PostgreSQL 16, who may create roles may give any of them a password");
        var app = DatabaseRole.APP.nameIn(database.name());
        database.run("create role %s login password 'another'".formatted(app));
        var admin = database.newRole("createrole");
        database.run("alter database %s owner to %s".formatted(database.name(), admin));
        database.run("alter schema public owner to " + admin);
        var asAdmin = database.as(admin, OwnDatabase.PASSWORD);
        asAdmin.migrate(Environment.PROD);
        assertThatThrownBy(() -> roles(asAdmin).apply(passwords()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("permission denied to alter role");
        assertThat(database.column("select rolname from pg_roles where rolname like current_database() || '\\_%'"))
                .containsExactlyInAnyOrder(app, admin);
    }

    @Test
    void a_second_run_changes_nothing() {
        var database = new OwnDatabase();
        database.migrate(Environment.PROD);
        roles(database).apply(passwords());
        var before = database.column(RIGHTS);
        roles(database).apply(passwords());
        assertThat(database.column(RIGHTS)).isEqualTo(before);
    }

    @Test
    void the_printed_sql_does_the_same_and_holds_no_password() throws SQLException {
        var database = new OwnDatabase();
        database.migrate(Environment.PROD);
        var script = roles(database).script();
        assertThat(script).doesNotContain("secret").contains("\\password");
        database.run(script);
        assertThat(differences(database)).isEmpty();
        var before = database.column(RIGHTS);
        database.run(script);
        assertThat(database.column(RIGHTS)).isEqualTo(before);
    }

    @Test
    void passwords_come_from_variables_and_are_changed_when_they_change() {
        var database = new OwnDatabase();
        var roles = roles(database);
        assertThat(roles.apply(Settings.of(Map.of()))).containsExactly(DatabaseRole.values());
        assertThat(roles.apply(Settings.of(Map.of()))).isEmpty();

        assertThat(roles.apply(passwords())).isEmpty();
        assertThat(as(database, DatabaseRole.APP).value("select current_user"))
                .isEqualTo(DatabaseRole.APP.nameIn(database.name()));

        roles.apply(Settings.of(Map.of(DatabaseRole.APP.passwordVariable(), "it's another")));
        assertThat(database.as(DatabaseRole.APP.nameIn(database.name()), "it's another")
                        .value("select 1"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoke select on todos from %s_app",
                "revoke usage on schema public from %s_app",
                "revoke connect on database %s from %s_app",
                "grant truncate on todos to %s_app",
                "grant select on todos to %s_readonly with grant option",
                "grant update (title) on todos to %s_readonly",
                "grant update on acme_environment to %s_app",
                "grant update on studio_audit to %s_app",
                "grant delete on studio_audit to %s_app",
                "grant update (reason) on studio_audit to %s_app",
                "grant select on studio_audit to %s_readonly",
                "grant execute on function recount_invoices() to %s_app",
                "grant create on schema public to public",
                "grant temporary on database %s to public",
                "grant create on schema public to %s_app",
                "grant %s_owner to %s_app",
                "grant pg_read_all_data to %s_readonly",
                "alter role %s_app bypassrls",
                "alter role %s_app createrole",
                "alter table todos owner to current_user",
                "create table stray (id integer)",
                "alter default privileges for role %s_owner in schema public revoke delete on tables from %s_app",
                "alter default privileges for role %s_owner in schema public grant truncate on tables to %s_readonly",
            })
    void other_rights_are_drift_and_put_right(String sql) throws SQLException {
        var database = new OwnDatabase();
        database.run("create table todos (title text)");
        database.run("create table acme_environment (environment text)");
        database.run("create table studio_audit (reason text)");
        database.run("create function recount_invoices() returns integer language sql as 'select 1'");
        roles(database).apply(Settings.of(Map.of()));
        assertThat(differences(database)).isEmpty();
        database.run(sql.replace("%s", database.name()));
        var found = differences(database);
        assertThat(found).isNotEmpty();
        for (var difference : found) {
            difference.fix().forEach(database::run);
        }
        assertThat(differences(database)).isEmpty();
    }

    @Test
    void without_the_roles_no_rights_are_drift() throws SQLException {
        var database = new OwnDatabase();
        database.run("create table todos (title text); grant truncate on todos to pg_monitor");
        assertThat(differences(database)).isEmpty();
    }

    @Test
    void a_database_whose_name_is_too_long_for_roles_has_none_and_is_migrated_all_the_same() {
        var server = new OwnDatabase();
        var name = server.name() + "_" + "x".repeat(59 - server.name().length());
        server.run("create database " + name);
        try {
            var database = server.sibling(name);
            database.migrate(Environment.PROD);
            assertThatThrownBy(() -> roles(database).script()).hasMessageContaining("63 bytes");
        } finally {
            server.run("drop database %s with (force)".formatted(name));
        }
    }

    private static OwnDatabase newDatabase(BuiltDatabase.Server server) {
        if (server == BuiltDatabase.Server.OF_THE_RUN) {
            return new OwnDatabase();
        }
        var name = new OwnDatabase().name();
        server.database().run("create database " + name);
        return server.database().sibling(name);
    }

    private static List<Difference> differences(OwnDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return RoleDifferences.of(connection);
        }
    }

    private static Roles roles(OwnDatabase database) {
        return new Roles(DatabaseServer.open(
                Environment.PROD, Settings.of(Map.of(Environment.PROD.urlVariable(), database.url())), directory));
    }

    private static OwnDatabase as(OwnDatabase database, DatabaseRole role) {
        return database.as(role.nameIn(database.name()), "secret of " + role);
    }

    private static Settings passwords() {
        Map<String, String> variables = new HashMap<>();
        for (var role : DatabaseRole.values()) {
            variables.put(role.passwordVariable(), "secret of " + role);
        }
        return Settings.of(variables);
    }
}
