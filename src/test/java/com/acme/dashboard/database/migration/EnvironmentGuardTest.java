package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import org.junit.jupiter.api.Test;

class EnvironmentGuardTest {

    private final OwnDatabase database = new OwnDatabase();
    private final EnvironmentGuard dev = database.guard(Environment.DEV);

    @Test
    void an_empty_database_is_nobodys_yet() {
        assertThat(dev.standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
        assertThat(dev.carried()).isEmpty();
        assertThatCode(dev::requireNoOther).doesNotThrowAnyException();
        assertThatCode(dev::requireOwnOrEmpty).doesNotThrowAnyException();
        assertThatThrownBy(dev::requireOwn)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("./db migrate:dev");
    }

    @Test
    void a_database_that_holds_something_and_says_nothing_is_no_other_environments_but_not_ones_own() {
        database.run("create table somebodys (id integer)");

        assertThat(dev.standing()).isEqualTo(EnvironmentGuard.Standing.UNMARKED);
        assertThatCode(dev::requireNoOther).doesNotThrowAnyException();
        assertThatThrownBy(dev::requireOwnOrEmpty).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(dev::requireOwn).isInstanceOf(MigrationRefused.class);
    }

    @Test
    void a_database_is_its_own_environments_and_refused_to_all_others_until_it_is_marked_anew() {
        database.guard(Environment.PROD).mark();
        assertThat(dev.carried()).contains("prod");
        assertThatThrownBy(dev::standing).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(dev::requireNoOther).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(dev::requireOwnOrEmpty).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(dev::requireOwn).isInstanceOf(MigrationRefused.class);

        dev.mark();

        assertThat(dev.standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        assertThatCode(dev::requireOwn).doesNotThrowAnyException();
        assertThatThrownBy(database.guard(Environment.PROD)::requireNoOther).isInstanceOf(MigrationRefused.class);
    }

    @Test
    void what_extensions_tools_and_a_hosting_service_keep_in_other_schemas_is_nothing() {
        database.run("""
                create schema extensions;
                create extension pg_trgm schema extensions;
                create table extensions.kept (id integer);
                alter extension pg_trgm add table extensions.kept;
                create schema drizzle;
                create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
                create schema hosting;
                create table hosting.accounts (id integer)""");
        var somebody = database.newRole("");
        database.run("alter table drizzle.__drizzle_migrations owner to " + somebody);
        var theirs = database.as(somebody, OwnDatabase.PASSWORD).guard(Environment.DEV);
        assertThat(theirs.standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
        database.run("drop table hosting.accounts");
        assertThat(database.guard(Environment.DEV).standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
    }

    @Test
    void what_another_schema_carries_and_the_role_may_not_read_is_refused() {
        database.guard(Environment.PROD).mark();
        var role = database.newRole("");
        database.run("create schema zz authorization " + role);
        var guard = new EnvironmentGuard(
                Environment.DEV, () -> database.as(role, OwnDatabase.PASSWORD).connectTo("zz"));
        assertThatThrownBy(guard::standing)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("schema public")
                .hasMessageContaining("may not read");
    }

    @Test
    void two_schemas_of_a_database_may_carry_the_same_environment_and_are_marked_anew_together() {
        database.guard(Environment.TEST).mark();
        database.run("create schema zz");
        var guard = ofSchema("zz", Environment.TEST);
        assertThat(guard.standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
        guard.mark();
        assertThat(guard.standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        ofSchema("zz", Environment.DEV).mark();
        assertThat(
                        database.column(
                                "select environment from acme_environment union all select environment from zz.acme_environment"))
                .containsExactly("dev", "dev");
    }

    private EnvironmentGuard ofSchema(String schema, Environment environment) {
        return new EnvironmentGuard(environment, () -> database.connectTo(schema));
    }
}
