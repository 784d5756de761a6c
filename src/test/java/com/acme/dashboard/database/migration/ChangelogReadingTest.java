package com.acme.dashboard.database.migration;

import static com.acme.dashboard.database.migration.WrittenChangelog.entry;
import static com.acme.dashboard.database.migration.WrittenChangelog.journal;
import static com.acme.dashboard.database.migration.WrittenChangelog.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a changelog's files, and what is decided by it and a journal: without a database. */
class ChangelogReadingTest {

    private static final String NOTES = "changes/0001-notes.sql";
    private static final String WORDS = "changes/0002-words.sql";
    private static final String ROWS = "data/test.sql";

    @TempDir
    Path root;

    private WrittenChangelog files;

    @BeforeEach
    void an_empty_changelog() {
        files = new WrittenChangelog(root);
    }

    @Test
    void every_file_is_included_and_every_included_file_is_there() throws IOException {
        var included = new HashSet<String>();
        for (var environment : Environment.values()) {
            Changelog.of(environment).missingFrom(List.of()).forEach(name -> included.add(name.file()));
        }
        try (var there = Files.walk(Path.of("db-changelog"))) {
            assertThat(there.map(Path::toString).filter(file -> file.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(included);
        }
    }

    @Test
    void rows_of_dev_and_test_are_for_their_own_environment() {
        assertThat(idsOf(Environment.DEV)).contains("data-dev").doesNotContain("data-test");
        assertThat(idsOf(Environment.TEST)).contains("data-test").doesNotContain("data-dev");
        assertThat(idsOf(Environment.PROD)).noneMatch(id -> id.startsWith("data-"));
    }

    private static List<String> idsOf(Environment environment) {
        return Changelog.of(environment).missingFrom(List.of()).stream()
                .map(ChangeSetName::id)
                .toList();
    }

    @Test
    void what_a_journal_does_not_have_is_missing_in_the_order_of_the_files() {
        var changelog = three();

        assertThat(changelog.first()).isEqualTo(name(NOTES));
        assertThat(changelog.missingFrom(List.of())).containsExactly(name(NOTES), name(WORDS), name(ROWS));
        assertThat(changelog.missingFrom(journal(changelog, WORDS))).containsExactly(name(NOTES), name(ROWS));
        assertThat(changelog.missingFrom(journal(changelog, NOTES, WORDS, ROWS)))
                .isEmpty();
    }

    @Test
    void nothing_is_left_to_do_once_the_journal_has_all() {
        var changelog = three();

        assertThat(changelog.isComplete(journal(changelog, NOTES, WORDS))).isFalse();
        assertThat(changelog.isComplete(journal(changelog, NOTES, WORDS, ROWS))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runAlways:true", "runOnChange:true"})
    void what_may_run_again_leaves_something_to_do(String attribute) {
        var changelog =
                files.add(NOTES, attribute, "create table notes (id integer);").read(Environment.TEST);

        assertThat(changelog.isComplete(journal(changelog, NOTES))).isFalse();
    }

    @Test
    void what_has_another_text_than_that_which_ran_was_edited() throws SQLException {
        var changelog = three();
        var ran = journal(changelog, NOTES).getFirst();
        var another = entry(name(WORDS), ran.checksum());
        var unknown = entry(name(ROWS), null);

        assertThat(changelog.editedSince(List.of(ran, another, unknown))).containsExactly(name(WORDS));
        assertThat(changelog.editedSince(journal(changelog, NOTES, WORDS, ROWS)))
                .isEmpty();
    }

    @Test
    void what_runs_on_each_change_may_be_edited() throws SQLException {
        var changelog = files.add(NOTES, "", "create table notes (id integer);")
                .add(WORDS, "runOnChange:true", "create or replace view words as select 1 as word;")
                .read(Environment.TEST);
        var another = journal(changelog, NOTES).getFirst().checksum();

        assertThat(changelog.editedSince(List.of(entry(name(WORDS), another)))).isEmpty();
    }

    @Test
    void the_statements_of_a_change_set_are_told_both_ways() {
        var changelog = files.add(NOTES, "", "--comment: for later\nselect 1; select ';';", "select 2; select 3;")
                .add(WORDS, "runInTransaction:false", "select 4;")
                .read(Environment.PROD);

        assertThat(changelog.script(name(NOTES)))
                .contains(new ChangeSetScript(
                        "for later", List.of("select 1", "select ';'"), List.of("select 2", "select 3"), true));
        assertThat(changelog.script(name(WORDS)))
                .contains(new ChangeSetScript("", List.of("select 4"), List.of(), false));
        assertThat(changelog.script(name(ROWS))).isEmpty();
    }

    @Test
    void a_way_back_is_there_or_the_change_set_cannot_be_undone() {
        var changelog = files.add(NOTES, "", "select 1;", "select 2;")
                .add(WORDS, "runInTransaction:false", "select 3;", "select 4; select 5;")
                .add("changes/0003-more.sql", "", "select 6;")
                .read(Environment.PROD);

        assertThat(changelog.undo(name(NOTES))).isEqualTo(new Undo(name(NOTES), List.of("select 2"), List.of(), true));
        assertThat(changelog.undo(name(WORDS)))
                .isEqualTo(new Undo(name(WORDS), List.of("select 4", "select 5"), List.of(), false));
        assertThatThrownBy(() -> changelog.undo(name("changes/0003-more.sql")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("0003-more.sql has no way back");
        assertThatThrownBy(() -> changelog.undo(name(ROWS)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("test.sql is not in this program's changelog");
    }

    @Test
    void the_rows_of_another_environment_can_be_undone_though_they_are_not_applied() {
        three();

        assertThat(files.read(Environment.PROD).missingFrom(List.of())).doesNotContain(name(ROWS));
        assertThat(files.read(Environment.PROD).undo(name(ROWS)).statements()).containsExactly("delete from notes");
    }

    @Test
    void only_the_rows_of_an_environment_are_seeded() {
        three();

        assertThat(files.read(Environment.TEST).seeding()).containsExactly("insert into notes values (1)");
        assertThat(files.read(Environment.DEV).seeding()).isEmpty();
        assertThat(Changelog.isData(name(ROWS))).isTrue();
        assertThat(Changelog.isData(name(NOTES))).isFalse();
    }

    @Test
    void the_text_of_a_file_is_told_as_it_stands_there() throws IOException {
        var changelog = three();

        assertThat(changelog.text(name(WORDS).file())).isEqualTo(Files.readString(files.path(WORDS)));
        assertThatThrownBy(() -> changelog.text("db-changelog/nothing.sql"))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("db-changelog/nothing.sql cannot be read: ");
    }

    @Test
    void what_no_class_describes_is_unmanaged_and_says_why() {
        var changelog = files.add(NOTES, "", "create table notes (id integer);")
                .add(WORDS, "", "-- unmanaged: of another program\ncreate table words (id integer);")
                .read(Environment.TEST);

        assertThat(changelog.unmanaged()).containsExactly(name(WORDS));

        files.add("changes/0003-more.sql", "", "select 1;\n-- unmanaged: \n");
        var unexplained = files.read(Environment.TEST);
        assertThatThrownBy(unexplained::unmanaged)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("0003-more.sql says \"-- unmanaged:\" without a reason");
    }

    @Test
    void a_change_set_is_called_by_its_file_and_where_that_is_another_by_its_id() {
        assertThat(name(NOTES)).hasToString("db-changelog/changes/0001-notes.sql");
        assertThat(new ChangeSetName("db-changelog/data/dev.sql", "acme", "data-dev"))
                .hasToString("db-changelog/data/dev.sql (data-dev)");
    }

    @ParameterizedTest
    @CsvSource({
        "context:tset, is for a context that no environment has",
        "'context:\"dev and prod\"', is for a context that no environment has",
        "'context:\"dev or tset\"', is for a context that no environment has",
        "ignore:true, says ignore and would never run",
        "dbms:postgres, is for another database than postgresql: postgres",
        "'dbms:postgresql,h2', is for another database than postgresql",
    })
    void what_no_environment_would_ever_run_is_an_error(String attributes, String message) {
        files.add(NOTES, attributes, "create table notes (id integer);");

        assertThatThrownBy(() -> files.read(Environment.TEST))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("db-changelog/changes/0001-notes.sql " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "context:test, true",
        "'context:\"dev,test\"', true",
        "dbms:postgresql, true",
        "context:dev, false",
    })
    void what_an_environment_runs_is_read(String attributes, boolean runs) {
        files.add(NOTES, attributes, "create table notes (id integer);");

        assertThat(files.read(Environment.TEST).missingFrom(List.of()).contains(name(NOTES)))
                .isEqualTo(runs);
    }

    @Test
    void a_way_back_that_is_not_sql_is_refused_and_not_left_out() throws IOException {
        Files.createDirectories(files.path("changes"));
        Files.writeString(files.path("changes/0009-words.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: 0009-words
                      author: acme
                      changes:
                        - sql: { sql: "create table words (id integer)" }
                      rollback:
                        - dropTable: { tableName: words }
                """);
        files.include("changes/0009-words.yaml");
        var changelog = files.read(Environment.TEST);

        assertThatThrownBy(() ->
                        changelog.undo(new ChangeSetName("db-changelog/changes/0009-words.yaml", "acme", "0009-words")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("is not written in SQL");
    }

    @Test
    void a_missing_file_is_an_error() throws IOException {
        files.add(NOTES, "", "create table notes (id integer);");
        Files.delete(files.path(NOTES));

        assertThatThrownBy(() -> files.read(Environment.TEST))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("db-changelog/changelog.yaml cannot be read: ")
                .hasMessageContaining("0001-notes.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes/0002-stray.sql", "changes/0002-stray.xml", "stray.json", "old/stray.yml"})
    void a_file_that_nobody_includes_or_that_has_no_change_set_is_an_error(String stray) throws IOException {
        files.add(NOTES, "", "create table notes (id integer);");
        ChangelogCompleteness.requireAllIncluded(
                root, files.read(Environment.TEST).all());
        Files.createDirectories(files.path(stray).getParent());
        Files.writeString(files.path(stray), "");

        assertThatThrownBy(() -> ChangelogCompleteness.requireAllIncluded(
                        root, files.read(Environment.TEST).all()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("db-changelog/" + stray + " would never run");

        Files.move(files.path(stray), files.path("README.md"));
        ChangelogCompleteness.requireAllIncluded(
                root, files.read(Environment.TEST).all());
    }

    @Test
    void a_directory_is_no_file_whatever_it_is_called() throws IOException {
        Files.createDirectories(files.path("old.sql"));
        var changelog = three();

        assertThatCode(() -> ChangelogCompleteness.requireAllIncluded(root, changelog.all()))
                .doesNotThrowAnyException();
    }

    @Test
    void an_included_file_that_is_gone_since_is_an_error() throws IOException {
        var changelog = three();
        Files.delete(files.path(WORDS));

        assertThatThrownBy(() -> ChangelogCompleteness.requireAllIncluded(root, changelog.all()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage(
                        "db-changelog/changelog.yaml includes db-changelog/changes/0002-words.sql, which is not there.");
    }

    @Test
    void a_file_that_was_included_since_the_build_is_none_that_was_forgotten() throws IOException {
        files.add(NOTES, "", "create table notes (id integer);");
        var built = files.read(Environment.TEST).all();
        files.add(WORDS, "", "create table words (id integer);");

        assertThatCode(() -> ChangelogCompleteness.requireNothingForgotten(root, built))
                .doesNotThrowAnyException();
        Files.writeString(files.path("changes/0003-stray.sql"), "");
        assertThatThrownBy(() -> ChangelogCompleteness.requireNothingForgotten(root, built))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("db-changelog/changes/0003-stray.sql would never run");
    }

    private Changelog three() {
        return files.add(NOTES, "", "create table notes (id integer);")
                .add(WORDS, "", "create table words (id integer);")
                .add(ROWS, "context:test", "insert into notes values (1);", "delete from notes;")
                .read(Environment.TEST);
    }
}
