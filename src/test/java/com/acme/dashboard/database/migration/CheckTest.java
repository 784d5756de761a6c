package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @TempDir
    Path root;

    private final OwnDatabase database = new OwnDatabase();
    private final List<String> modelDifferences = new ArrayList<>();

    @BeforeEach
    void a_migrated_database() throws IOException {
        write("0001-notes", "create table notes (id integer primary key);");
        write("0002-words", "create table words (id integer primary key);");
        include("0001-notes", "0002-words");
        migrate();
    }

    @Test
    void nothing_is_found_where_all_is_as_it_should_be() {
        assertThat(check()).isEmpty();
    }

    @Test
    void an_edited_file_is_found() throws IOException {
        write("0002-words", "create table words (id bigint primary key);");
        assertThat(check()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.EDITED);
            assertThat(finding.object()).isEqualTo("db-changelog/changes/0002-words.sql");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "--rollback empty, --rollback drop table words;",
        "--rollback empty, --comment said later|--rollback empty",
        "0002-words, 0002-words labels:later",
        "id integer, id  integer"
    })
    void an_edit_of_what_liquibase_does_not_compare_is_found(String text, String another) throws IOException {
        var words = Files.readString(file("0002-words"));
        Files.writeString(file("0002-words"), words.replace(text, another.replace('|', '\n')));
        assertThat(found()).containsExactly("edited db-changelog/changes/0002-words.sql");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("Edited after it ran: db-changelog/changes/0002-words.sql");

        database.run("update databasechangelog set description = 'sql'");
        assertThat(found()).as("a database that has it from an earlier version").isEmpty();
    }

    @Test
    void other_line_endings_and_a_change_set_behind_it_are_no_edit() throws IOException {
        var words = Files.readString(file("0002-words"));
        Files.writeString(file("0002-words"), (words + """

                --changeset acme:more
                create table more (id integer primary key);
                """).replace("\n", "\r\n"));
        assertThat(check()).extracting(Finding::kind).containsExactly(Kind.PENDING, Kind.UNSAFE);
    }

    @Test
    void a_text_that_says_which_others_it_replaces_is_no_edit() throws IOException {
        var words = Files.readString(file("0002-words"));
        Files.writeString(
                file("0002-words"), words.replace("create table", "--validCheckSum: ANY\ncreate unlogged table"));
        assertThat(check()).noneMatch(finding -> finding.kind() == Kind.EDITED);
    }

    @Test
    void a_removed_file_is_found_though_the_application_lives_with_a_newer_schema() throws IOException {
        include("0001-notes");
        assertThat(check())
                .extracting(Finding::kind, Finding::object)
                .contains(tuple(Kind.REMOVED, "db-changelog/changes/0002-words.sql"));
    }

    @Test
    void a_pending_change_set_is_found_and_is_no_drift() throws IOException {
        write("0003-more", "create table more (id integer primary key);");
        include("0001-notes", "0002-words", "0003-more");
        assertThat(found()).containsExactly("pending db-changelog/changes/0003-more.sql");
    }

    @Test
    void a_pending_change_set_before_one_that_ran_is_found() throws IOException {
        write("0003-more", "create table more (id integer primary key);");
        include("0001-notes", "0003-more", "0002-words");
        assertThat(found())
                .containsExactly(
                        "out-of-order db-changelog/changes/0003-more.sql",
                        "pending db-changelog/changes/0003-more.sql");
    }

    @Test
    void the_rows_of_an_environment_come_last_and_count_for_no_order() throws IOException {
        write("0009-rows", "context:test", "insert into notes values (1);");
        include("0001-notes", "0002-words", "0009-rows");
        migrate();
        write("0003-more", "create table more (id integer primary key);");
        include("0001-notes", "0002-words", "0003-more", "0009-rows");
        assertThat(found()).containsExactly("pending db-changelog/changes/0003-more.sql");
    }

    @Test
    void rows_may_be_edited_after_they_ran_and_hide_no_drift() throws IOException {
        var data = root.resolve("db-changelog/data/test.sql");
        Files.createDirectories(data.getParent());
        Files.writeString(data, """
                --liquibase formatted sql
                --changeset acme:rows context:test
                --validCheckSum: ANY
                insert into notes (id) values (1);
                --rollback empty
                """);
        include("0001-notes", "0002-words", "../data/test");
        migrate();
        Files.writeString(data, Files.readString(data).replace("(id) values (1)", "(id, size) values (1, 2)"));
        database.run("alter table notes add column stray text");
        assertThat(found()).containsExactly("drift column notes.stray", "changelog db-changelog");

        migrate();
        assertThat(found())
                .as("what ran with other rows goes on")
                .containsExactly("drift column notes.stray", "changelog db-changelog");
    }

    @Test
    void two_files_of_one_number_are_found() throws IOException {
        write("0002-others", "create table others (id integer primary key);");
        include("0001-notes", "0002-words", "0002-others");
        assertThat(found())
                .containsExactly(
                        "collision db-changelog/changes/0002-words.sql",
                        "pending db-changelog/changes/0002-others.sql");
    }

    @Test
    void two_change_sets_of_one_id_are_found() throws IOException {
        write("0003-more", "create table more (id integer primary key);");
        Files.writeString(
                file("0004-again"), Files.readString(file("0003-more")).replace("table more", "table again"));
        include("0001-notes", "0002-words", "0003-more", "0004-again");
        assertThat(found()).contains("collision db-changelog/changes/0004-again.sql");
    }

    @Test
    void an_unsafe_pending_change_set_is_found_but_not_one_that_has_run() throws IOException {
        write("0003-unsafe", "drop table words;");
        include("0001-notes", "0002-words", "0003-unsafe");
        assertThat(check()).filteredOn(finding -> finding.kind() == Kind.UNSAFE).anySatisfy(finding -> {
            assertThat(finding.object()).startsWith("db-changelog/changes/0003-unsafe.sql, line ");
            assertThat(finding.expected()).isEqualTo("drop-table");
            assertThat(finding.found()).contains("drop table words");
        });
        migrate();
        assertThat(check()).isEmpty();
    }

    @Test
    void drift_is_found_with_its_fix() {
        database.run("alter table notes add column stray text");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.DRIFT);
            assertThat(finding.object()).isEqualTo("column notes.stray");
            assertThat(finding.fix()).containsExactly("alter table \"notes\" drop column \"stray\"");
        });
    }

    @Test
    void a_fix_that_would_lose_data_says_so() {
        database.run("alter table notes add column stray text");
        database.run("insert into notes (id, stray) values (1, 'a'), (2, null), (3, 'b')");
        database.run("create table more as select generate_series(1, 4) as id");
        assertThat(check())
                .flatExtracting(Finding::fix)
                .containsExactlyInAnyOrder(
                        "-- loses table more: 4 rows\ndrop table \"more\"",
                        "-- loses column notes.stray: 2 rows\nalter table \"notes\" drop column \"stray\"");
        assertThat(check())
                .extracting(Finding::explanation)
                .allSatisfy(why -> assertThat(why).containsSubsequence("Write a change set", "or run the fix"));
    }

    @Test
    void a_fix_that_drops_what_the_role_may_not_read_says_so() {
        var role = database.newRole("createdb");
        database.run("grant select on all tables in schema public to " + role);
        database.run("create table secret as select 1 as id");
        assertThat(check(database.as(role, OwnDatabase.PASSWORD)))
                .flatExtracting(Finding::fix)
                .containsExactly(
                        "-- loses what cannot be counted: ERROR: permission denied for table secret\ndrop table \"secret\"");
    }

    @Test
    void mapped_classes_that_the_changelog_does_not_build_are_found() {
        modelDifferences.add("alter table notes add column text text");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MODEL);
            assertThat(finding.found()).contains("alter table notes add column text text");
            assertThat(finding.explanation()).contains("./db generate");
        });
    }

    @Test
    void change_sets_that_build_nothing_are_found_beside_what_else_there_is() throws IOException {
        write("0001-notes", "create table notes (id nothing primary key);");
        assertThat(found())
                .containsExactly(
                        "edited db-changelog/changes/0001-notes.sql",
                        "changelog db-changelog",
                        "changelog db-changelog");
    }

    @Test
    void a_missing_file_is_a_finding() throws IOException {
        Files.delete(file("0002-words"));
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CHANGELOG);
            assertThat(finding.found()).contains("0002-words.sql");
        });
    }

    @Test
    void a_database_that_carries_no_environment_is_a_finding_and_another_environment_s_is_refused() {
        database.run("drop table acme_environment");
        assertThat(found()).contains("unmarked database " + database.name());
        database.run("create table acme_environment as select 'prod' as environment");
        assertThatThrownBy(this::check).isInstanceOf(MigrationRefused.class);
    }

    @Test
    void a_database_of_somebody_else_is_not_compared() {
        var others = new OwnDatabase();
        others.run("create table somebodys (id integer)");
        assertThat(check(others)).extracting(Finding::kind).containsExactly(Kind.UNMARKED, Kind.PENDING, Kind.PENDING);
    }

    private List<String> found() {
        return check().stream()
                .map(finding -> finding.kind().id() + " " + finding.object())
                .toList();
    }

    private List<Finding> check() {
        return check(database);
    }

    private List<Finding> check(OwnDatabase target) {
        var settings = Settings.of(
                Map.of(Environment.TEST.urlVariable(), target.url(), ScratchServer.URL_VARIABLE, target.url()));
        try (var server = DatabaseServer.open(Environment.TEST, settings, root)) {
            return new Check(server, settings, root, this::changelog, this::modelDifferences).run();
        }
    }

    /** The changelog is built as for a comparison with the mapped classes. */
    private Generation.Differences modelDifferences(ScratchServer server, Changelog changelog) {
        try (var comparison = ModelComparison.of(server, changelog, List.of())) {
            return new Generation.Differences(
                    modelDifferences, comparison.built().catalog());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate() {
        new Migrations(Environment.TEST, database::connect, this::changelog).apply(new MigrationListener() {});
    }

    private Changelog changelog() {
        return WrittenChangelog.below(root, Environment.TEST);
    }

    private Path file(String name) {
        return root.resolve("db-changelog/changes/%s.sql".formatted(name));
    }

    private void write(String name, String sql) throws IOException {
        write(name, "", sql);
    }

    private void write(String name, String attributes, String sql) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), """
                --liquibase formatted sql
                --changeset acme:%s %s
                %s
                --rollback empty
                """.formatted(name, attributes, sql));
    }

    private void include(String... names) throws IOException {
        var text = new StringBuilder("databaseChangeLog:\n");
        for (var name : names) {
            text.append("  - include: { file: changes/%s.sql, relativeToChangelogFile: true }\n".formatted(name));
        }
        Files.writeString(root.resolve("db-changelog/changelog.yaml"), text);
    }
}
