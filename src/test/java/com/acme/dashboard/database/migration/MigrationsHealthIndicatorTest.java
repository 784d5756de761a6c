package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.CapturedLog;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.database.Environment;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class MigrationsHealthIndicatorTest {

    private final OwnDatabase database = new OwnDatabase();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong seconds = new AtomicLong();
    private final MigrationsHealthIndicator indicator = new MigrationsHealthIndicator(
            new Migrations(Environment.PROD, this::connect, () -> Changelog.of(Environment.PROD)),
            () -> seconds.get() * 1_000_000_000L);

    @Test
    void production_is_down_while_change_sets_are_pending_and_creates_nothing() {
        try (var log = new CapturedLog(MigrationsHealthIndicator.class)) {
            assertThat(status()).isEqualTo(Status.DOWN);
            seconds.addAndGet(5);
            assertThat(status()).isEqualTo(Status.DOWN);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("Not ready: ")
                    .contains("change sets are pending, from db-changelog/changes/0001-initial-schema.sql on")
                    .contains("./db migrate:prod");
        }
        assertThat(database.column("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void a_single_pending_change_set_is_named() {
        database.migrate(Environment.PROD);
        database.run("delete from databasechangelog where id = (select max(id) from databasechangelog)");
        try (var log = new CapturedLog(MigrationsHealthIndicator.class)) {
            assertThat(status()).isEqualTo(Status.DOWN);
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .matches("Not ready: the change set db-changelog/changes/\\S+ is pending; run ./db migrate:prod");
        }
    }

    @Test
    @ExpectedLog(MigrationsHealthIndicator.class)
    void it_is_ready_as_soon_as_somebody_has_migrated_and_stays_so() {
        assertThat(status()).isEqualTo(Status.DOWN);
        database.migrate(Environment.PROD);
        seconds.addAndGet(5);
        assertThat(status()).isEqualTo(Status.UP);
        var before = looks.get();
        seconds.addAndGet(500);
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(looks).hasValue(before);
    }

    @Test
    @ExpectedLog(MigrationsHealthIndicator.class)
    void the_database_is_asked_at_most_once_a_second() {
        for (int i = 0; i < 100; i++) {
            assertThat(status()).isEqualTo(Status.DOWN);
        }
        assertThat(looks).hasValue(1);
    }

    private Status status() {
        return indicator.health().getStatus();
    }

    private Connection connect() {
        looks.incrementAndGet();
        return database.connect();
    }
}
