package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change set needs a lock that somebody holds. */
class BusyTableTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final MigrationLimits LIMITS =
            new MigrationLimits(LOCK_TIMEOUT, Duration.ZERO, List.of(Duration.ofMillis(300), Duration.ofMillis(600)));

    @TempDir
    Path root;

    private final OwnDatabase database = new OwnDatabase();
    private final Connection holder = database.connect();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void a_table_that_somebody_reads_for_a_long_time() throws IOException, SQLException {
        Files.createDirectories(root.resolve("db-changelog/changes"));
        Files.writeString(
                root.resolve("db-changelog/changelog.yaml"),
                "databaseChangeLog:\n  - include: { file: changes/0001-notes.sql, relativeToChangelogFile: true }\n");
        write("", "select 1;");
        migrations().apply(new MigrationListener() {});
        database.run("create table notes (id integer)");
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select from notes");
        }
    }

    @AfterEach
    void done() throws SQLException {
        holder.close();
    }

    @Test
    void readers_never_wait_longer_than_the_lock_timeout_and_the_migration_succeeds_when_it_is_released()
            throws Exception {
        append("", "alter table notes add column body text;");
        var over = new AtomicBoolean();
        var longestWait = CompletableFuture.supplyAsync(() -> longestReadUntil(over));
        migrations().apply(LIMITS, new MigrationListener() {
            @Override
            public void busy(ChangeSetName changeSet, Duration wait) {
                heard.add("busy " + changeSet.id() + " " + wait.toMillis());
                if (heard.size() == 2) {
                    release();
                }
            }

            @Override
            public void applied(ChangeSetName changeSet, Duration took) {
                heard.add("applied " + changeSet.id());
            }
        });
        over.set(true);
        assertThat(heard).containsExactly("busy 0002 300", "busy 0002 600", "applied 0002");
        assertThat(longestWait.get()).isLessThan(LOCK_TIMEOUT.plus(TOLERANCE));
        assertThat(database.column("select id from databasechangelog where tag is not null"))
                .containsExactly("0001", "0002");
    }

    @Test
    void after_a_few_tries_it_fails_and_nothing_of_it_is_left() throws IOException {
        append("", "create table other (id integer);\nalter table notes add column body text;");
        assertThatThrownBy(() -> migrations().apply(LIMITS, counting()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("0001-notes.sql:8 (0002) failed: ERROR: canceling statement due to lock timeout")
                .hasMessageContaining("--lock-timeout");
        assertThat(heard).hasSize(2);
        assertThat(database.value("select to_regclass('other')")).isNull();
        assertThat(
                        database.column(
                                "select pid from pg_locks join pg_database on pg_database.oid = database where datname = current_database() and locktype = 'advisory'"))
                .as("the next one can migrate")
                .isEmpty();
    }

    @Test
    void a_failure_with_a_detail_of_several_lines_and_advice_is_told_in_two() throws IOException {
        append("splitStatements:false", """
                do $$ begin
                    raise exception 'too busy'
                        using errcode = 'deadlock_detected', detail = E'one waits\\nanother waits', hint = 'wait';
                end $$;""");
        assertThatThrownBy(() -> migrations().apply(LIMITS, counting()))
                .hasMessageContaining("ERROR: too busy\none waits another waits wait Another session holds a lock")
                .message()
                .hasLineCount(2);
    }

    @Test
    void outside_of_a_transaction_only_what_is_repeatable_is_tried_again() throws IOException {
        append("runInTransaction:false", "create table other (id integer);\nalter table notes add column body text;");
        assertThatThrownBy(() -> migrations().apply(LIMITS, counting())).hasMessageContaining("lock timeout");
        assertThat(heard).isEmpty();
    }

    @Test
    void an_index_that_is_built_concurrently_is_tried_again_and_valid_in_the_end() throws IOException {
        database.run("insert into notes select generate_series(1, 10)");
        append(
                "runInTransaction:false",
                "drop index concurrently if exists notes_id;\ncreate index concurrently notes_id on notes (id);");
        migrations().apply(LIMITS, new MigrationListener() {
            @Override
            public void busy(ChangeSetName changeSet, Duration wait) {
                heard.add("busy");
                release();
            }
        });
        assertThat(heard).hasSize(1);
        assertThat(database.column(
                        "select indexrelid::regclass from pg_index where indrelid = 'notes'::regclass and indisvalid"))
                .containsExactly("notes_id");
    }

    private MigrationListener counting() {
        return new MigrationListener() {
            @Override
            public void busy(ChangeSetName changeSet, Duration wait) {
                heard.add("busy");
            }
        };
    }

    private Duration longestReadUntil(AtomicBoolean over) {
        long longest = 0;
        while (!over.get()) {
            long start = System.nanoTime();
            database.value("select count(*) from notes");
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return Duration.ofNanos(longest);
    }

    private void release() {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String attributes, String sql) throws IOException {
        Files.writeString(
                root.resolve("db-changelog/changes/0001-notes.sql"),
                "--liquibase formatted sql\n\n--changeset acme:0001 %s\n%s\n".formatted(attributes, sql));
    }

    private void append(String attributes, String sql) throws IOException {
        var file = root.resolve("db-changelog/changes/0001-notes.sql");
        Files.writeString(file, Files.readString(file) + "\n--changeset acme:0002 %s\n%s\n".formatted(attributes, sql));
    }

    private Migrations migrations() {
        return new Migrations(
                Environment.TEST, database::connect, () -> WrittenChangelog.below(root, Environment.TEST));
    }
}
