package com.acme.dashboard.database.migration;

import static com.acme.dashboard.database.migration.WrittenChangelog.entry;
import static com.acme.dashboard.database.migration.WrittenChangelog.journal;
import static com.acme.dashboard.database.migration.WrittenChangelog.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.migration.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a changelog's files beside a journal: without a database. */
class ChangelogFindingsTest {

    private static final String NOTES = "changes/0001-notes.sql";
    private static final String WORDS = "changes/0002-words.sql";
    private static final String MORE = "changes/0003-more.sql";
    private static final String ROWS = "data/test.sql";

    @TempDir
    Path root;

    private WrittenChangelog files;

    @BeforeEach
    void two_files() {
        files = new WrittenChangelog(root)
                .add(NOTES, "", "create table notes (id integer);", "drop table notes;")
                .add(WORDS, "", "create table words (id integer);", "drop table words;");
    }

    @Test
    void nothing_is_found_where_all_has_run_as_it_is() throws SQLException {
        assertThat(found(NOTES, WORDS)).isEmpty();
    }

    @Test
    void what_has_not_run_is_pending() throws SQLException {
        assertThat(found()).containsExactly("pending db-changelog/" + NOTES, "pending db-changelog/" + WORDS);
        assertThat(found(NOTES)).containsExactly("pending db-changelog/" + WORDS);
    }

    @Test
    void what_ran_with_another_text_was_edited() throws SQLException {
        var changelog = changelog();
        var ran = journal(changelog, NOTES);

        assertThat(found(
                        changelog,
                        List.of(
                                ran.getFirst(),
                                entry(name(WORDS), ran.getFirst().checksum()))))
                .containsExactly("edited db-changelog/" + WORDS);
    }

    @Test
    void what_ran_and_is_in_no_file_was_removed() throws SQLException {
        var changelog = changelog();
        var journal = new ArrayList<>(journal(changelog, NOTES, WORDS));
        journal.add(entry(name(MORE), null));

        assertThat(found(changelog, journal)).containsExactly("removed db-changelog/" + MORE);
    }

    @Test
    void what_ran_in_another_environment_was_not_removed() throws SQLException {
        files.add("data/dev.sql", "context:dev", "insert into notes values (1);", "empty");
        var changelog = changelog();
        var journal = new ArrayList<>(journal(changelog, NOTES, WORDS));
        journal.add(entry(name("data/dev.sql"), null));

        assertThat(found(changelog, journal)).isEmpty();
    }

    @Test
    void a_number_is_one_files_only() throws SQLException {
        files.add("changes/0002-others.sql", "", "create table others (id integer);", "drop table others;");

        assertThat(findings(NOTES, WORDS, "changes/0002-others.sql"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.COLLISION);
                    assertThat(finding.object()).isEqualTo("db-changelog/" + WORDS);
                    assertThat(finding.expected()).isEqualTo("the number of one file only");
                    assertThat(finding.found())
                            .isEqualTo("the number 0002, which db-changelog/changes/0002-others.sql has, too");
                });
    }

    @Test
    void files_without_a_number_and_several_change_sets_of_a_file_do_not_collide() throws SQLException {
        files.add(ROWS, "context:test", "insert into notes values (1);", "empty")
                .add("data/dev.sql", "context:dev", "insert into notes values (1);", "empty")
                .addFile(MORE, "--changeset acme:one\nselect 1;\n--changeset acme:two\nselect 2;\n");
        var changelog = changelog();
        var journal = new ArrayList<>(journal(changelog, NOTES, WORDS, ROWS));
        journal.add(entry(new ChangeSetName("db-changelog/" + MORE, "acme", "one"), null));
        journal.add(entry(new ChangeSetName("db-changelog/" + MORE, "acme", "two"), null));

        assertThat(found(changelog, journal)).isEmpty();
    }

    @Test
    void an_id_is_one_files_only_unless_the_authors_differ() throws SQLException {
        files.addFile(MORE, "--changeset acme:0002-words\nselect 1;\n--rollback empty\n")
                .addFile("changes/0004-again.sql", "--changeset jane:0002-words\nselect 1;\n--rollback empty\n");

        assertThat(findings(NOTES, WORDS).stream().filter(finding -> finding.kind() == Kind.COLLISION))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.object()).isEqualTo("db-changelog/" + MORE);
                    assertThat(finding.found())
                            .isEqualTo("the id acme:0002-words, which db-changelog/" + WORDS + " has, too");
                });
    }

    @Test
    void what_is_pending_before_the_last_that_ran_is_out_of_order() throws SQLException {
        files.add(MORE, "", "create table more (id integer);", "drop table more;");

        assertThat(found(NOTES, MORE))
                .containsExactly("out-of-order db-changelog/" + WORDS, "pending db-changelog/" + WORDS);
        assertThat(findings(MORE))
                .filteredOn(finding -> finding.kind() == Kind.OUT_OF_ORDER)
                .extracting(Finding::object, Finding::expected)
                .containsExactly(
                        tuple("db-changelog/" + WORDS, "after db-changelog/" + MORE + ", which has run"),
                        tuple("db-changelog/" + NOTES, "after db-changelog/" + MORE + ", which has run"));
    }

    @Test
    void several_that_ran_are_told_by_the_last_one() throws SQLException {
        files.add(MORE, "", "create table more (id integer);", "drop table more;");

        assertThat(findings(WORDS, MORE))
                .filteredOn(finding -> finding.kind() == Kind.OUT_OF_ORDER)
                .extracting(Finding::expected)
                .containsExactly("after db-changelog/" + MORE + ", which has run");
    }

    @Test
    void the_rows_of_an_environment_come_last_and_count_for_no_order() throws SQLException {
        files.add(ROWS, "context:test", "insert into notes values (1);", "empty");

        assertThat(found(NOTES, ROWS)).containsExactly("pending db-changelog/" + WORDS);
    }

    @Test
    void what_is_unsafe_is_found_where_it_is_pending() throws SQLException {
        files.add(MORE, "", "\ndrop table words;", "empty");

        assertThat(found(NOTES, WORDS, MORE)).isEmpty();
        assertThat(findings(NOTES, WORDS))
                .filteredOn(finding -> finding.kind() == Kind.UNSAFE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.object()).isEqualTo("db-changelog/" + MORE + ", line 4");
                    assertThat(finding.expected()).isEqualTo("drop-table");
                    assertThat(finding.found()).isEqualTo("drop table words");
                    assertThat(finding.explanation()).contains("rows are lost", "in a later release");
                });
    }

    @Test
    void of_a_file_that_has_run_in_part_the_rest_is_looked_at() throws SQLException {
        files.addFile(MORE, """
                --changeset acme:one
                drop table notes;
                --rollback empty
                --changeset acme:two
                drop table words;
                --rollback empty
                """);
        var changelog = changelog();
        var journal = new ArrayList<>(journal(changelog, NOTES, WORDS));
        journal.add(entry(new ChangeSetName("db-changelog/" + MORE, "acme", "one"), null));

        assertThat(found(changelog, journal)).contains("unsafe db-changelog/" + MORE + ", line 6");
        assertThat(found(changelog, journal)).doesNotContain("unsafe db-changelog/" + MORE + ", line 3");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ada:0003",
                "`\"ada\":\"0003\"`",
                "Ada L:0003",
                "Ada JD O'Doe maintainer:0003",
                "`ada:0003\tcontext:test`"
            })
    void what_is_unsafe_is_found_however_its_author_and_id_are_written(String header) throws SQLException {
        files.addFile(MORE, """
                --changeset acme:one
                drop table notes;
                --rollback empty
                --changeset %s
                drop table words;
                --rollback empty
                """.formatted(header));
        var changelog = changelog();
        var journal = new ArrayList<>(journal(changelog, NOTES, WORDS));
        journal.add(entry(new ChangeSetName("db-changelog/" + MORE, "acme", "one"), null));

        assertThat(ChangelogFindings.of(changelog, journal))
                .filteredOn(finding -> finding.kind() == Kind.UNSAFE)
                .extracting(Finding::object)
                .containsExactly("db-changelog/" + MORE + ", line 6");
    }

    private Changelog changelog() {
        return files.read(Environment.TEST);
    }

    private List<Finding> findings(String... ran) throws SQLException {
        var changelog = changelog();
        return ChangelogFindings.of(changelog, journal(changelog, ran));
    }

    private List<String> found(String... ran) throws SQLException {
        var changelog = changelog();
        return found(changelog, journal(changelog, ran));
    }

    private static List<String> found(Changelog changelog, List<Journal.Entry> journal) throws SQLException {
        return ChangelogFindings.of(changelog, journal).stream()
                .map(finding -> finding.kind().id() + " " + finding.object())
                .toList();
    }
}
