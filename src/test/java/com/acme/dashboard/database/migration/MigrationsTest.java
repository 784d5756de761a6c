package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseUnavailable;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.schema.Catalog;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final OwnDatabase database = new OwnDatabase();
    private final List<String> heard = new ArrayList<>();

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void marked(Environment environment) {
            heard.add("marked " + environment.id());
        }

        @Override
        public void adopted(ChangeSetName changeSet) {
            heard.add("adopted " + changeSet.id());
        }

        @Override
        public void applied(ChangeSetName changeSet, Duration took) {
            heard.add("applied " + changeSet.id());
        }
    };

    @Test
    void an_empty_database_gets_every_change_set_of_its_environment_and_carries_its_name() {
        var migrations = database.migrations(Environment.DEV);
        assertThat(database.guard(Environment.DEV).standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
        var pending = migrations.pending();

        migrations.apply(listener);

        assertThat(heard)
                .startsWith("marked dev", "applied 0001-initial-schema")
                .endsWith("applied data-dev");
        assertThat(migrations.applied()).extracting(AppliedChangeSet::name).isEqualTo(pending);
        assertThat(migrations.applied()).allSatisfy(applied -> {
            assertThat(applied.run()).startsWith("checkout-");
            assertThat(applied.adopted()).isFalse();
        });
        assertThat(migrations.pending()).isEmpty();
        assertThat(database.guard(Environment.DEV).standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
    }

    @Test
    void times_are_the_same_for_everybody_wherever_a_machine_stands() {
        // A database counts in microseconds.
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        new Migrations(Environment.TEST, () -> inZone("Asia/Tokyo"), () -> Changelog.of(Environment.TEST))
                .apply(listener);
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            assertThat(database.migrations(Environment.TEST).applied())
                    .allSatisfy(applied -> assertThat(applied.at()).isBetween(before, Instant.now()));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private Connection inZone(String zone) {
        var connection = database.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone to '%s'".formatted(zone));
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        database.migrations(Environment.TEST).apply(listener);
        heard.clear();
        database.migrations(Environment.TEST).apply(listener);
        assertThat(heard).isEmpty();
    }

    @Test
    void asking_what_is_pending_creates_nothing() {
        var migrations = database.migrations(Environment.PROD);
        assertThat(migrations.pending()).isNotEmpty();
        assertThat(migrations.applied()).isEmpty();
        assertThat(database.guard(Environment.PROD).standing()).isEqualTo(EnvironmentGuard.Standing.EMPTY);
        assertThat(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void how_far_a_database_has_come_is_seen_in_one_look() {
        database.migrations(Environment.TEST).apply(listener);
        var looks = new AtomicInteger();
        var migrations = new Migrations(
                Environment.TEST,
                () -> {
                    looks.incrementAndGet();
                    return database.connect();
                },
                () -> Changelog.of(Environment.TEST));
        var state = migrations.state();
        assertThat(looks).hasValue(1);
        assertThat(state.standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        assertThat(state.applied()).isEqualTo(migrations.applied()).isNotEmpty();
        assertThat(state.pending()).isEmpty();

        looks.set(0);
        migrations.requireNothingPending();
        assertThat(looks).hasValue(1);
    }

    @Test
    void the_sql_is_printed_and_nothing_is_applied() {
        var sql = new StringWriter();
        database.migrations(Environment.PROD).print(sql);
        assertThat(sql.toString())
                .contains("create table users", "users_email_lower_index", "carry the environment prod")
                .doesNotContain("user@acme.test");
        assertThat(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void whoever_runs_the_printed_sql_comes_as_far_as_by_applying_it() throws SQLException {
        var sql = new StringWriter();
        database.migrations(Environment.PROD).print(sql);
        var applied = new OwnDatabase();
        applied.migrations(Environment.PROD).apply(listener);

        database.runScript(sql.toString());

        try (var printed = database.connect();
                var expected = applied.connect()) {
            assertThat(Catalog.read(printed)).isEqualTo(Catalog.read(expected));
        }

        var state = database.migrations(Environment.PROD).state();
        assertThat(state.standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
        assertThat(state.pending()).isEmpty();
    }

    @Test
    void a_printed_change_set_and_its_entry_in_the_journal_are_kept_together_or_not_at_all() {
        var sql = new StringWriter();
        database.migrations(Environment.PROD).print(sql);
        assertThat(sql.toString())
                .containsPattern("begin;\\R\\R?-- Changeset db-changelog/changes/0002-user-role.sql")
                .containsPattern("'0002-user-role'.*;\\R\\Rcommit;")
                .doesNotContainPattern("begin;\\R\\R?-- Changeset db-changelog/changes/0007-user-email-index.sql");
    }

    @Test
    void the_database_of_another_environment_is_refused() {
        database.migrations(Environment.PROD).apply(listener);
        var dev = database.migrations(Environment.DEV);
        assertThatThrownBy(() -> dev.apply(listener))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("environment prod, not of dev");
        assertThatThrownBy(() -> dev.adopt(MigrationLimits.DEFAULT, listener)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(database.guard(Environment.DEV)::standing).isInstanceOf(MigrationRefused.class);
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void a_database_that_holds_something_and_carries_no_environment_needs_consent() {
        database.run("create table somebodys (id integer)");
        var migrations = database.migrations(Environment.TEST);
        assertThatThrownBy(() -> migrations.apply(listener))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("./db migrate:test");
        assertThat(database.value("select to_regclass('users')")).isNull();

        migrations.adopt(MigrationLimits.DEFAULT, listener);
        assertThat(heard).startsWith("marked test");
        assertThat(migrations.pending()).isEmpty();
    }

    @Test
    void a_database_whose_tables_are_in_another_schema_needs_consent_too() {
        database.run("create schema \"Shop\"; create table \"Shop\".orders (id integer)");
        var migrations = database.migrations(Environment.DEV);
        assertThat(database.guard(Environment.DEV).standing()).isEqualTo(EnvironmentGuard.Standing.UNMARKED);
        assertThatThrownBy(() -> migrations.apply(listener))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("This database is not empty (it has \"Shop\".orders) and does not say")
                .hasMessageContaining("./db migrate:dev");
        assertThatThrownBy(database.guard(Environment.DEV)::requireOwnOrEmpty).isInstanceOf(MigrationRefused.class);
        assertThat(database.value("select to_regclass('acme_environment')")).isNull();

        migrations.adopt(MigrationLimits.DEFAULT, listener);
        assertThat(database.guard(Environment.DEV).standing()).isEqualTo(EnvironmentGuard.Standing.OWN);
    }

    @Test
    void a_database_of_which_another_schema_carries_another_environment_is_refused() {
        database.migrations(Environment.PROD).apply(listener);
        database.run("create schema zz");
        var other = inSchema("zz", Environment.DEV);
        var guard = guardOfSchema("zz", Environment.DEV);
        assertThatThrownBy(guard::standing)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("environment prod, as its schema public says, not of dev");
        assertThatThrownBy(() -> other.apply(listener)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> other.adopt(MigrationLimits.DEFAULT, listener)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(guard::requireNoOther).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(guard::requireOwnOrEmpty).isInstanceOf(MigrationRefused.class);
        assertThat(database.column("select relname from pg_class where relnamespace = 'zz'::regnamespace"))
                .isEmpty();
        assertThat(guard.carried()).contains("prod");
    }

    @Test
    void a_database_that_carries_no_environment_is_refused_before_its_journal_is_read() {
        database.run("create table databasechangelog (somebodys integer)");

        assertThatThrownBy(database.migrations(Environment.DEV)::requireNothingPending)
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("./db migrate:dev");
    }

    @Test
    void a_search_path_that_leads_to_no_schema_is_told() {
        database.run("create schema closed");
        var somebody = database.as(database.newRole(""), OwnDatabase.PASSWORD);
        for (var migrations : List.of(
                inSchema("nothere", Environment.DEV),
                new Migrations(
                        Environment.DEV, () -> somebody.connectTo("closed"), () -> Changelog.of(Environment.DEV)))) {
            for (var asked : List.<ThrowingCallable>of(migrations::state, () -> migrations.apply(listener))) {
                assertThatThrownBy(asked)
                        .isInstanceOf(DatabaseUnavailable.class)
                        .hasMessageContainingAll("schema", "?currentSchema=")
                        .message()
                        .hasLineCount(1);
            }
        }
    }

    @Test
    void whose_database_it_is_is_told_before_a_changelog_that_cannot_be_read() {
        database.migrations(Environment.PROD).apply(listener);
        var unreadable = new Migrations(Environment.DEV, database::connect, WrittenChangelog.UNREADABLE);
        assertThatThrownBy(unreadable::state).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> unreadable.apply(listener)).isInstanceOf(MigrationRefused.class);

        database.guard(Environment.DEV).mark();
        assertThatThrownBy(unreadable::state).hasMessage("unreadable");
        assertThatThrownBy(() -> unreadable.apply(listener)).hasMessage("unreadable");
    }

    private Migrations inSchema(String schema, Environment environment) {
        return new Migrations(environment, () -> database.connectTo(schema), () -> Changelog.of(environment));
    }

    private EnvironmentGuard guardOfSchema(String schema, Environment environment) {
        return new EnvironmentGuard(environment, () -> database.connectTo(schema));
    }
}
