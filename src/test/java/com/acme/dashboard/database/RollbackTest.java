package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Rollback.Extent.After;
import com.acme.dashboard.database.Rollback.Extent.Last;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        var tag = database.value("select tag from databasechangelog where tag is not null");
        add("0004", "", "create table later (id integer);", "drop table later;");
        add("0005", "", "create table latest (id integer);", "drop table latest;");
        migrate();
        undo(new After(tag));
        assertThat(undone).containsExactly("0005", "0004");
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
    void the_database_of_another_environment_is_refused() {
        migrate();
        environment = Environment.TEST;
        assertThatThrownBy(() -> plan(new Last(1))).isInstanceOf(MigrationRefused.class);
    }

    private void migrate() {
        new Migrations(environment, database::connect, changelog()).apply(new MigrationListener() {});
    }

    private Rollback.Plan plan(Rollback.Extent extent) {
        return rollback().plan(extent);
    }

    private void undo(Rollback.Extent extent) {
        rollback().undo(extent, plan(extent), MigrationLimits.DEFAULT, listener);
    }

    private Rollback rollback() {
        return new Rollback(environment, database::connect, changelog());
    }

    private Changelog changelog() {
        try {
            return Changelog.read(environment, new DirectoryResourceAccessor(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String id, String attributes, String sql, String back) throws IOException {
        var file = root.resolve("db-changelog/changes/0001-changes.sql");
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
}
