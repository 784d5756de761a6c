package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.migration.Rollback.Extent.After;
import com.acme.dashboard.database.migration.Rollback.Extent.Last;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackTest {

    @TempDir
    Path root;

    private final OwnDatabase database = new OwnDatabase();
    private final List<String> undone = new ArrayList<>();
    private Environment environment = Environment.DEV;

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void undone(ChangeSetName changeSet, Duration took) {
            undone.add(changeSet.id());
        }
    };

    @BeforeEach
    void three_change_sets() throws IOException {
        Files.createDirectories(root.resolve("db-changelog/changes"));
        Files.writeString(root.resolve("db-changelog/changelog.yaml"), "databaseChangeLog:\n");
        add("0001", "", "create table notes (id integer);", "drop table notes;");
        add("0002", "", "alter table notes add column body text;", "alter table notes drop column body;");
        add(
                "0003",
                "runInTransaction:false",
                "drop index concurrently if exists notes_id;\ncreate index concurrently notes_id on notes (id);",
                "drop index concurrently if exists notes_id;");
    }

    @Test
    void the_last_ones_are_undone_and_can_be_applied_again() {
        migrate();
        undo(new Last(2));
        assertThat(undone).containsExactly("0003", "0002");
        assertThat(database.column("select id from databasechangelog")).containsExactly("0001");
        assertThat(
                        database.column(
                                "select attname from pg_attribute where attrelid = 'notes'::regclass and attnum > 0 and not attisdropped"))
                .containsExactly("id");
        migrate();
        assertThat(database.column("select id from databasechangelog")).containsExactly("0001", "0002", "0003");
    }

    @Test
    void what_came_after_a_run_is_undone() throws IOException {
        migrate();
        var tag = database.value("select distinct tag from databasechangelog");
        add("0004", "", "create table later (id integer);", "drop table later;");
        add("0005", "", "create table latest (id integer);", "drop table latest;");
        migrate();
        undo(new After(tag));
        assertThat(undone).containsExactly("0005", "0004");
        assertThat(plan(new After(tag)).steps()).isEmpty();
        undo(new Last(1));
        assertThat(plan(new After(tag)).steps()).isEmpty();
        assertThatThrownBy(() -> plan(new After("no such tag")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("no such tag")
                .hasMessageContaining(tag);
    }

    @Test
    void the_data_that_would_go_is_counted() {
        migrate();
        database.run("insert into notes values (1, 'a'), (2, null), (3, 'c')");
        assertThat(plan(new Last(3)).steps())
                .extracting(step -> step.losses().toString())
                .containsExactly("[]", "[column notes.body: 2 rows]", "[table notes: 3 rows]");
        assertThat(database.value("select count(*) from notes")).isEqualTo("3");
    }

    @Test
    void in_production_nothing_goes_that_holds_data_and_never_the_first_change_set() {
        environment = Environment.PROD;
        migrate();
        database.run("insert into notes values (1, 'a')");
        assertThatThrownBy(() -> plan(new Last(2)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("column notes.body: 1 row");
        database.run("update notes set body = null");
        assertThatThrownBy(() -> plan(new Last(3)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("the first change set");
        assertThatThrownBy(() -> plan(new Last(99))).isInstanceOf(MigrationRefused.class);
        undo(new Last(2));
        assertThat(undone).containsExactly("0003", "0002");
    }

    @Test
    void in_production_nothing_goes_that_holds_data_under_another_name() throws IOException {
        environment = Environment.PROD;
        add(
                "0004",
                "",
                "select 1;",
                "alter table notes rename to words;\nalter table words rename column body to text;\nalter table words drop column text;");
        migrate();
        database.run("insert into notes values (1, 'a')");
        assertThatThrownBy(() -> plan(new Last(1)))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("column notes.body: 1 row");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alter table notes add amount numeric | alter amount type integer using amount::integer | 1.5, 2, null | 1",
                "alter table notes add amount numeric | alter column amount set data type integer | 1, 2, 3 | 0",
                "alter table notes add amount bigint  | alter amount type integer | 1, 9999999999, null | 2",
                "alter table notes add amount text    | alter amount type text using 'all of them' | 'a', 'b', null | 2",
                "alter table notes add amount json    | alter amount type jsonb | '{}', null, null | 0",
                "alter table notes add amount timestamptz | alter amount type date using (amount at time zone 'UTC')::date | '2024-01-01 00:00Z', '2024-01-01 10:00Z' | 1",
                "alter table notes add amount text    | alter amount type integer using amount::positive | '1', '-1' | 2",
            })
    void values_that_another_type_does_not_hold_are_counted_and_refused_in_production(
            String sql, String back, String values, int altered) throws IOException {
        add("0004", "", sql + ";", "alter table notes " + back + ";");
        migrate();
        database.run("create domain positive as integer check (value > 0)");
        for (var value : values.split(", ", -1)) {
            database.run("insert into notes (amount) values (%s)".formatted(value));
        }
        var losses = plan(new Last(1)).steps().getFirst().losses();

        assertThat(losses).isEqualTo(altered == 0 ? List.of() : List.of(new DataLoss("notes", "amount", altered)));
        environment = Environment.PROD;
        database.run("update acme_environment set environment = 'prod'");
        if (altered == 0) {
            assertThat(plan(new Last(1)).steps()).hasSize(1);
        } else {
            assertThatThrownBy(() -> plan(new Last(1)))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("would lose column notes.amount: " + altered);
        }
    }

    @Test
    void a_column_of_which_too_much_would_be_altered_in_the_meantime_stays() throws IOException {
        add("0004", "", "alter table notes add amount bigint;", "alter table notes alter amount type integer;");
        migrate();
        var agreed = plan(new Last(1));
        database.run("insert into notes (amount) values (9999999999)");
        assertThatThrownBy(() -> rollback().undo(new Last(1), agreed, MigrationLimits.DEFAULT, listener))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("would lose column notes.amount: 1 row, more than was counted");
    }

    @Test
    void what_was_adopted_is_never_undone_nor_anything_below_it() {
        migrate();
        database.run("update databasechangelog set exectype = 'MARK_RAN' where id = '0002'");
        database.run("insert into notes values (1, 'a')");
        assertThat(plan(new Last(99)).end()).map(ChangeSetName::id).contains("0002");
        undo(new Last(99));
        assertThat(undone).containsExactly("0003");
        undone.clear();
        undo(new Last(1));
        assertThat(undone).isEmpty();
        assertThat(database.column("select id || body from notes")).containsExactly("1a");
    }

    @Test
    void one_that_fails_is_undone_itself_and_those_before_it_stay_gone() throws IOException {
        add("0004", "", "create table later (id integer);", "drop table later;\ndrop table nowhere;");
        add("0005", "", "create table latest (id integer);", "drop table latest;");
        migrate();
        assertThatThrownBy(() -> undo(new Last(2)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining(
                        "0001-changes.sql (0004) could not be undone: ERROR: table \"nowhere\" does not exist");
        assertThat(undone).containsExactly("0005");
        assertThat(database.value("select to_regclass('later')")).isNotNull();
        assertThat(database.column("select id from databasechangelog")).endsWith("0004");
    }

    @Test
    void without_a_way_back_nothing_is_undone() throws IOException {
        add("0004", "", "create table later (id integer);", "");
        add("0005", "", "create table latest (id integer);", "drop table latest;");
        migrate();
        assertThatThrownBy(() -> undo(new Last(2)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("(0004) has no way back");
        assertThat(database.value("select to_regclass('latest')")).isNotNull();
    }

    @Test
    void a_way_back_that_never_worked_is_corrected_in_the_way_that_is_told() throws IOException {
        add("0004", "", "create table later (id integer);", "drop table nowhere;");
        migrate();
        assertThatThrownBy(() -> undo(new Last(1)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("\"nowhere\" does not exist");
        edit("drop table nowhere;", "drop table later;");
        assertThatThrownBy(() -> undo(new Last(1)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("Edited after it ran")
                .hasMessageEndingWith("add the line --validCheckSum: ANY below --changeset.");
        edit("create table later", "--validCheckSum: ANY\ncreate table later");
        undo(new Last(1));
        assertThat(undone).containsExactly("0004");
        assertThat(database.value("select to_regclass('later')")).isNull();
    }

    @Test
    void what_another_process_changed_since_it_was_shown_is_not_undone() throws IOException {
        migrate();
        var agreed = plan(new Last(1));
        add("0004", "", "create table later (id integer);", "drop table later;");
        migrate();
        assertThatThrownBy(() -> rollback().undo(new Last(1), agreed, MigrationLimits.DEFAULT, listener))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("meanwhile");
        assertThat(undone).isEmpty();
    }

    @Test
    void what_was_written_since_it_was_counted_is_not_lost() {
        migrate();
        database.run("insert into notes values (1, 'a'), (2, null)");
        var agreed = plan(new Last(2));
        database.run("update notes set body = 'b' where id = 2");
        assertThatThrownBy(() -> rollback().undo(new Last(2), agreed, MigrationLimits.DEFAULT, listener))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("would lose column notes.body: 2 rows, more than was counted");
        assertThat(undone).containsExactly("0003");
        assertThat(database.column("select body from notes order by id")).containsExactly("a", "b");
        undo(new Last(1));
        assertThat(undone).containsExactly("0003", "0002");
    }

    @Test
    void what_others_are_just_writing_is_not_lost_in_production() throws Exception {
        environment = Environment.PROD;
        migrate();
        undo(new Last(1));
        database.run("insert into notes values (1, null)");
        var patient = new MigrationLimits(Duration.ZERO, Duration.ZERO);
        try (var writer = database.connect();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("update notes set body = 'written'");
            var run = CompletableFuture.runAsync(
                    () -> rollback().undo(new Last(1), plan(new Last(1)), patient, listener));
            awaitOneThatWaitsForALock(run);
            writer.commit();
            assertThatThrownBy(run::join)
                    .hasCauseInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("would lose column notes.body: 1 row");
        }
        assertThat(database.column("select body from notes")).containsExactly("written");
    }

    @Test
    void a_lock_that_is_not_had_in_time_is_told_with_what_to_do() throws Exception {
        migrate();
        undo(new Last(1));
        var agreed = plan(new Last(1));
        var impatient = new MigrationLimits(Duration.ofMillis(50), Duration.ZERO);
        try (var reader = database.connect();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from notes");
            assertThatThrownBy(() -> rollback().undo(new Last(1), agreed, impatient, listener))
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("--lock-timeout")
                    .message()
                    .hasLineCount(2);
        }
    }

    @Test
    void what_is_locked_while_losses_are_counted_is_told_too() throws Exception {
        migrate();
        undo(new Last(1));
        var impatient = new MigrationLimits(Duration.ofMillis(50), Duration.ZERO);
        try (var other = database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table notes in access exclusive mode");
            assertThatThrownBy(() -> rollback().plan(new Last(1), impatient))
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    @Test
    void a_database_that_becomes_another_environments_while_it_waits_is_refused() throws Exception {
        migrate();
        var agreed = plan(new Last(1));
        var other = MigrationLock.acquire(database::connect, () -> {});
        var marking = new MigrationListener() {
            @Override
            public void waiting() {
                try (other) {
                    database.run("update acme_environment set environment = 'test'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThatThrownBy(() -> rollback().undo(new Last(1), agreed, MigrationLimits.DEFAULT, marking))
                .isInstanceOf(MigrationRefused.class);
    }

    private void awaitOneThatWaitsForALock(CompletableFuture<Void> run) {
        while (!run.isDone()
                && database.column("select pid from pg_locks where not granted and relation = 'notes'::regclass")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_schema_further_on_in_the_search_path_has_a_journal_of_its_own() {
        migrate();
        database.run("create schema acme");
        var there = new Migrations(environment, this::connectToTwoSchemas, this::changelog);
        assertThat(there.pending()).hasSize(3);
        there.apply(new MigrationListener() {});
        assertThat(there.pending()).isEmpty();
        assertThat(database.value("select count(*) from acme.databasechangelog"))
                .isEqualTo("3");
        assertThat(database.value("select to_regclass('acme.notes')")).isNotNull();
    }

    @Test
    void the_record_of_pushes_is_that_of_the_current_schema() throws SQLException {
        database.run("create schema acme; create table public.acme_push (tables text[])");
        try (var connection = connectToTwoSchemas()) {
            assertThat(PushRecord.exists(connection)).isFalse();
            PushRecord.forget(connection);
        }
        assertThat(database.value("select to_regclass('public.acme_push')")).isNotNull();
    }

    private Connection connectToTwoSchemas() {
        var connection = database.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = acme, public");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_database_of_another_environment_is_refused() {
        migrate();
        environment = Environment.TEST;
        assertThatThrownBy(() -> plan(new Last(1))).isInstanceOf(MigrationRefused.class);
    }

    @Test
    void whose_database_it_is_is_told_before_a_changelog_that_cannot_be_read() {
        migrate();
        var last = new Last(1);
        var agreed = plan(last);
        var unreadable = new Rollback(Environment.TEST, database::connect, WrittenChangelog.UNREADABLE);
        assertThatThrownBy(() -> unreadable.plan(last, MigrationLimits.DEFAULT)).isInstanceOf(MigrationRefused.class);
        assertThatThrownBy(() -> unreadable.undo(last, agreed, MigrationLimits.DEFAULT, listener))
                .isInstanceOf(MigrationRefused.class);

        database.guard(Environment.TEST).mark();
        assertThatThrownBy(() -> unreadable.plan(last, MigrationLimits.DEFAULT)).hasMessage("unreadable");
        assertThatThrownBy(() -> unreadable.undo(last, agreed, MigrationLimits.DEFAULT, listener))
                .hasMessage("unreadable");
    }

    private void migrate() {
        new Migrations(environment, database::connect, this::changelog).apply(new MigrationListener() {});
    }

    private Rollback.Plan plan(Rollback.Extent extent) {
        return rollback().plan(extent, MigrationLimits.DEFAULT);
    }

    private void undo(Rollback.Extent extent) {
        rollback().undo(extent, plan(extent), MigrationLimits.DEFAULT, listener);
    }

    private Rollback rollback() {
        return new Rollback(environment, database::connect, this::changelog);
    }

    private Changelog changelog() {
        return WrittenChangelog.below(root, environment);
    }

    private void add(String id, String attributes, String sql, String back) throws IOException {
        var file = changes();
        if (Files.notExists(file)) {
            Files.writeString(file, "--liquibase formatted sql\n");
            Files.writeString(
                    root.resolve("db-changelog/changelog.yaml"),
                    "databaseChangeLog:\n  - include: { file: changes/0001-changes.sql, relativeToChangelogFile: true }\n");
        }
        var rollback = new StringBuilder();
        back.lines().forEach(line -> rollback.append("--rollback ").append(line).append('\n'));
        Files.writeString(
                file,
                Files.readString(file) + "\n--changeset acme:%s %s\n%s\n%s".formatted(id, attributes, sql, rollback));
    }

    private void edit(String text, String another) throws IOException {
        Files.writeString(changes(), Files.readString(changes()).replace(text, another));
    }

    private Path changes() {
        return root.resolve("db-changelog/changes/0001-changes.sql");
    }
}
