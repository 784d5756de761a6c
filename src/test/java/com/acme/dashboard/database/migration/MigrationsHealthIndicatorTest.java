package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.database.Environment;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MigrationsHealthIndicatorTest {

    private final OwnDatabase database = new OwnDatabase();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong seconds = new AtomicLong();
    private final MigrationsHealthIndicator indicator = new MigrationsHealthIndicator(
            new Migrations(Environment.PROD, this::connect, () -> Changelog.of(Environment.PROD)),
            () -> seconds.get() * 1_000_000_000L);

    @Test
    void production_is_down_while_change_sets_are_pending_and_creates_nothing(CapturedOutput log) {
        assertThat(status()).isEqualTo(Status.DOWN);
        seconds.addAndGet(5);
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(database.column("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(log.toString().lines().filter(line -> line.contains("Not ready")))
                .singleElement()
                .asString()
                .contains("change sets are pending, from db-changelog/changes/0001-initial-schema.sql on")
                .contains("./db migrate:prod");
    }

    @Test
    void a_single_pending_change_set_is_named(CapturedOutput log) {
        database.migrate(Environment.PROD);
        database.run("delete from databasechangelog where id = (select max(id) from databasechangelog)");
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(log.toString())
                .containsPattern("the change set db-changelog/changes/\\S+ is pending; run ./db migrate:prod");
    }

    @Test
    @ExpectedLog(Migrations.class)
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
    @ExpectedLog(Migrations.class)
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
