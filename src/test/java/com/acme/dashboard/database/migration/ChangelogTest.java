package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.schema.Catalog;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangelogTest {

    @TempDir
    Path root;

    private final OwnDatabase database = new OwnDatabase();
    private final MigrationListener nobody = new MigrationListener() {};

    @ParameterizedTest
    @EnumSource(Environment.class)
    void every_change_set_can_be_undone_and_done_again(Environment environment) throws Exception {
        var changelog = Changelog.of(environment);
        // No change set takes an extension away: others may use it.
        database.run("create extension pg_trgm");
        // Production keeps its first change set, so that this is another environment's database.
        var rollback = new Rollback(Environment.DEV, database::connect, () -> changelog);
        try (var connection = database.connect();
                var look = database.connect()) {
            EnvironmentMarker.write(connection, Environment.DEV);
            var states = new ArrayList<Catalog>();
            states.add(Catalog.read(look));
            for (var next : changelog.missingFrom(List.of())) {
                changelog.build(connection, next::equals, nobody);
                var done = Catalog.read(look);
                undoLast(rollback);
                assertThat(Catalog.read(look)).as("back from %s", next).isEqualTo(states.getLast());
                changelog.build(connection, next::equals, nobody);
                assertThat(Catalog.read(look)).as("%s again", next).isEqualTo(done);
                states.add(done);
            }
            var last = states.getLast();
            for (var expected : states.reversed().subList(1, states.size())) {
                undoLast(rollback);
                assertThat(Catalog.read(look)).isEqualTo(expected);
            }
            assertThat(rollback.plan(new Rollback.Extent.Last(1), MigrationLimits.DEFAULT)
                            .steps())
                    .isEmpty();
            changelog.build(connection, _ -> true, nobody);
            assertThat(Catalog.read(look)).isEqualTo(last);
        }
    }

    private void undoLast(Rollback rollback) {
        var last = new Rollback.Extent.Last(1);
        rollback.undo(last, rollback.plan(last, MigrationLimits.DEFAULT), MigrationLimits.DEFAULT, nobody);
    }

    @Test
    void a_change_set_edited_after_it_ran_is_refused_naming_the_file() throws IOException {
        write("changes/0001-notes.sql", "create table notes (id integer);");
        migrations().apply(nobody);
        write("changes/0001-notes.sql", "create table notes (id bigint);");
        write("changes/0002-later.sql", "create table later (id integer);");
        assertThatThrownBy(() -> migrations().apply(nobody))
                .isInstanceOf(MigrationFailed.class)
                .message()
                .startsWith("Edited after it ran: db-changelog/changes/0001-notes.sql.")
                .hasLineCount(1);
        assertThat(database.value("select to_regclass('later')")).isNull();
    }

    @Test
    void a_change_set_that_fails_is_undone_and_named_and_what_stood_before_it_is_kept() throws IOException {
        write("changes/0001-notes.sql", "create table notes (id integer);");
        write("changes/0002-broken.sql", "create table later (id integer);\ninsert into nowhere values (1);");
        assertThatThrownBy(() -> migrations().apply(nobody))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("db-changelog/changes/0002-broken.sql:4 failed: ERROR: ")
                .hasMessageContaining("\"nowhere\" does not exist");
        assertThat(database.column("select id from databasechangelog")).containsExactly("0001-notes");
        assertThat(database.value("select to_regclass('notes')")).isNotNull();
        assertThat(database.value("select to_regclass('later')")).isNull();

        write("changes/0002-broken.sql", "create table later (id integer);");
        migrations().apply(nobody);
        assertThat(migrations().pending()).isEmpty();
    }

    @Test
    void no_row_is_told_where_one_does_not_fit() throws IOException {
        write("changes/0001-people.sql", "create table people (password text, name text not null);");
        write("changes/0002-more.sql", "insert into people (password) values ('$2a$12$hash');");
        assertThatThrownBy(() -> migrations().apply(nobody))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("null value in column \"name\"")
                .hasMessageNotContaining("$2a$12$hash");
    }

    @Test
    void what_a_merge_puts_before_the_last_one_that_ran_is_applied() throws IOException {
        write("changes/0002-later.sql", "create table later (id integer);");
        migrations().apply(nobody);
        write("changes/0001-notes.sql", "create table notes (id integer);");
        var order = root.resolve("db-changelog/changelog.yaml");
        var lines = Files.readAllLines(order);
        Files.write(order, List.of(lines.get(0), lines.get(2), lines.get(1)));
        assertThat(migrations().pending()).extracting(ChangeSetName::id).containsExactly("0001-notes");
        migrations().apply(nobody);
        assertThat(database.value("select to_regclass('notes')")).isNotNull();
    }

    @Test
    void a_newer_schema_has_nothing_pending_for_an_older_program() throws IOException {
        write("changes/0001-notes.sql", "create table notes (id integer);");
        var older = migrations();
        write("changes/0002-later.sql", "create table later (id integer);");
        migrations().apply(nobody);
        assertThat(older.pending()).isEmpty();
        older.apply(nobody);
        assertThat(older.applied()).hasSize(2);
    }

    @Test
    void change_sets_are_the_same_from_a_directory_and_from_a_jar() throws IOException, SQLException {
        var jar = root.resolve("packed.jar");
        try (var output = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(Path.of("db-changelog"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                output.putNextEntry(new JarEntry(file.toString()));
                Files.copy(file, output);
            }
        }
        database.migrate(Environment.TEST);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
                var connection = database.connect()) {
            var journal = Journal.read(connection);
            var fromJar = Changelog.read(Environment.TEST, new ChangelogFiles(loader));
            var fromCheckout = WrittenChangelog.below(Path.of("."), Environment.TEST);
            for (var changelog : List.of(fromJar, fromCheckout)) {
                assertThat(changelog.missingFrom(journal)).isEmpty();
                assertThat(changelog.editedSince(journal)).isEmpty();
            }
        }
    }

    private Migrations migrations() {
        return new Migrations(
                Environment.TEST, database::connect, () -> WrittenChangelog.below(root, Environment.TEST));
    }

    private void write(String file, String sql) throws IOException {
        write(file, "", sql);
    }

    /** Writes a change set whose id is the file's name, and includes it. */
    private void write(String file, String attributes, String sql) throws IOException {
        var path = root.resolve("db-changelog").resolve(file);
        Files.createDirectories(path.getParent());
        var changelog = root.resolve("db-changelog/changelog.yaml");
        if (Files.notExists(changelog)) {
            Files.writeString(changelog, "databaseChangeLog:\n");
        }
        if (Files.notExists(path)) {
            Files.writeString(
                    changelog,
                    "  - include: { file: %s, relativeToChangelogFile: true }\n".formatted(file),
                    StandardOpenOption.APPEND);
        }
        var id = path.getFileName().toString().replace(".sql", "");
        Files.writeString(
                path, "--liquibase formatted sql\n--changeset acme:%s %s\n%s\n".formatted(id, attributes, sql));
    }
}
