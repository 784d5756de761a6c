package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapped classes are today's; what differs is the changelog of a checkout made for the test. */
class GenerateCommandTest {

    /** Only its server counts: scratch databases are made there. */
    private static final OwnDatabase SERVER = new OwnDatabase();

    @TempDir
    Path checkout;

    private final TypedCommands commands = new TypedCommands();
    private final Map<String, String> variables = commands.variables();
    private final TypedAnswers answers = commands.answers();
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

    @BeforeEach
    void copyTheChangelog() throws IOException {
        variables.put("POSTGRES_SCRATCH_URL", SERVER.url());
        for (var file : filesOf(Path.of("db-changelog"))) {
            var copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>\n");
    }

    @Test
    void without_a_difference_nothing_is_written() throws IOException {
        var before = texts();
        assertThat(run("generate", "nothing")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("No changes");
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void what_the_code_has_more_is_written_before_the_data_and_the_order_stays() throws IOException {
        change("0090-older", "alter table todos alter column title type varchar(100);");
        var before = Files.readAllLines(checkout.resolve("db-changelog/changelog.yaml"));

        assertThat(run("generate:prod", "Longer-Titles")).isEqualTo(ExitStatus.DONE);

        assertThat(out).hasToString("Written: db-changelog/changes/0091-longer-titles.sql" + System.lineSeparator());
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-longer-titles.sql")))
                .startsWith("--liquibase formatted sql\n\n--changeset ")
                .contains(":0091-longer-titles\n--comment: todos.title changes\n")
                .contains("alter table todos alter column title type varchar(255) using title;")
                .contains("--rollback alter table todos alter column title type varchar(100) using title;");
        var after = Files.readAllLines(checkout.resolve("db-changelog/changelog.yaml"));
        var added = "  - include: { file: changes/0091-longer-titles.sql, relativeToChangelogFile: true }";
        assertThat(after.get(after.indexOf(added) - 1)).contains("changes/0090-older.sql");
        assertThat(after.get(after.indexOf(added) + 1)).contains("data/dev.sql");
        after.remove(added);
        assertThat(after).isEqualTo(before);

        assertThat(run("generate", "again")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("No changes");
    }

    @Test
    void an_underscore_in_the_name_is_written_as_a_hyphen() throws IOException {
        change("0090-older", "alter table todos alter column title type varchar(100);");

        assertThat(run("generate", "Longer_titles")).isEqualTo(ExitStatus.DONE);

        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-longer-titles.sql")))
                .contains(":0091-longer-titles\n");
    }

    @Test
    void what_is_gone_from_the_code_is_a_question_that_names_both_flags_where_nobody_can_be_asked() throws IOException {
        change("0090-note", "alter table todos add column note text;");
        var before = texts();
        assertThat(run("generate", "no-note")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString())
                .contains("The column todos.note is gone from the code", "--rename todos.note:", "--allow-drops");
        assertThat(run("generate", "no-note", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(texts()).isEqualTo(before);

        assertThat(run("generate", "no-note", "--allow-drops")).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-no-note.sql")))
                .contains("alter table todos drop column note;", "--rollback alter table todos add column note text;");
    }

    @Test
    void of_many_that_are_gone_two_lines_tell() throws IOException {
        change("0090-notes", "alter table todos add note text, add place text; create table notes (id uuid);");
        assertThat(run("generate", "no-notes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString().lines())
                .endsWith(
                        "3 things are gone from the code: the table notes, the column todos.note, the column todos.place.",
                        "Add --rename notes:NEW or --rename todos.note:NEW or --rename todos.place:NEW for each that was renamed, or --allow-drops to drop the others with what they hold.");
    }

    @Test
    void a_table_that_is_gone_from_the_code_is_no_different() throws IOException {
        change("0090-notes", "create table notes (id uuid);");
        assertThat(run("generate", "no-notes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString())
                .contains("The table notes is gone from the code", "--rename notes:", "--allow-drops");
        assertThat(run("generate", "no-notes", "--allow-drops")).isEqualTo(ExitStatus.DONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table todos add column note text                    | insert into todos (title, note) values ('a', 'b')
            alter table todos alter column title type text            | insert into todos (title) values (repeat('a', 300))
            alter table todos alter column title set default 'a'      | insert into todos default values
            alter table users drop constraint users_email_unique      | insert into users (name, email, password) select name, email, password from users
            alter table invoices drop constraint invoices_status_check | insert into invoices (customer_id, amount, status, date) select id, 1, 'lost', '2026-01-01' from customers
            """)
    void rows_that_no_longer_go_into_a_new_database_are_told(String before, String row) throws IOException {
        change("0090-before", before + ";");
        var data = checkout.resolve("db-changelog/data/dev.sql");
        Files.writeString(
                data,
                Files.readString(data)
                        + "\n--changeset acme:row context:dev\n%s;\n--rollback not required\n".formatted(row));
        assertThat(run("generate", "after", "--allow-drops")).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString())
                .contains("The rows of a new database have to change with it", "db-changelog/data/dev.sql")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"todos.heading:title", "heading:title", "todos.heading:todos.title"})
    void a_rename_keeps_the_data(String rename) throws IOException {
        change("0090-heading", "alter table todos rename column title to heading;");
        assertThat(run("generate", "title", "--rename", rename)).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-title.sql")))
                .contains("alter table todos rename column heading to title;")
                .contains("--rollback alter table todos rename column title to heading;")
                .doesNotContain("drop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"todos.heading:caption", "todos.caption:title", "tasks:todos", "heading", ":title", "a:b:c"})
    void a_rename_that_means_nothing_is_wrong_use(String rename) throws IOException {
        change("0090-heading", "alter table todos rename column title to heading;");
        var before = texts();
        assertThat(run("generate", "title", "--rename", rename)).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("--rename " + rename);
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void at_a_terminal_the_question_is_asked() throws IOException {
        change("0090-heading", "alter table todos rename column title to heading;");
        answers.interactive = true;
        answers.lines.add("");
        var before = texts();
        assertThat(run("generate", "title")).isEqualTo(ExitStatus.FAILED);
        assertThat(texts()).isEqualTo(before);

        answers.lines.add("title");
        assertThat(run("generate", "title")).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-title.sql")))
                .contains("alter table todos rename column heading to title;");

        change("0092-note", "alter table todos add column note text;");
        answers.lines.add("drop");
        assertThat(run("generate", "no-note")).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0093-no-note.sql")))
                .contains("alter table todos drop column note;");
    }

    @Test
    void what_says_that_it_is_unmanaged_is_left_alone_under_any_name() throws IOException {
        change("0090-audit", """
                -- unmanaged: the database alone writes to it
                create table audit (at timestamptz);
                alter table todos add column words tsvector;
                create index todos_words_index on todos using gin (words);""");
        change(
                "0091-renamed",
                "alter table audit rename to audit_of_todos;\nalter table todos rename column words to vector;");
        assertThat(run("generate", "nothing")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("No changes");
    }

    @Test
    void unmanaged_needs_a_reason() throws IOException {
        change("0090-audit", "-- unmanaged:\ncreate table audit (at timestamptz);");
        assertThat(run("generate", "nothing")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString())
                .contains("0090-audit.sql")
                .contains("without a reason")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "due date", "due__date", "../due", "due/date", "due-", "due.sql", "füllig", "a'b"})
    void a_name_that_is_none_is_wrong_use(String name) throws IOException {
        var before = texts();
        assertThat(run("generate", name)).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("letters, digits, hyphens and underscores");
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void a_name_is_required_and_a_checkout_too() throws IOException {
        assertThat(run("generate")).isEqualTo(ExitStatus.WRONG_USE);
        Files.delete(checkout.resolve("pom.xml"));
        assertThat(run("generate", "something")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("no checkout").hasLineCount(1);
    }

    @Test
    void no_environments_database_is_contacted() {
        variables.put("POSTGRES_URL", "postgresql://localhost:1/none");
        variables.put("DATABASE_URL_TEST", "postgresql://localhost:1/none");
        assertThat(run("generate:prod", "nothing")).isEqualTo(ExitStatus.DONE);
        assertThat(run("generate:test", "nothing")).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_changelog_that_cannot_be_built_is_told_in_one_line_that_names_the_change_set() throws IOException {
        change("0090-broken", "create table broken (id nosuchtype);");
        assertThat(run("generate", "nothing")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("0090-broken.sql", "nosuchtype");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_file_that_nobody_includes_is_an_error() throws IOException {
        Files.writeString(checkout.resolve("db-changelog/changes/0090-forgotten.sql"), "--liquibase formatted sql\n");
        assertThat(run("generate", "nothing")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString())
                .contains("0090-forgotten.sql would never run")
                .hasLineCount(1);
    }

    @Test
    void where_the_file_cannot_be_written_one_line_says_so_and_nothing_is_left() throws IOException {
        change("0090-older", "alter table todos alter column title type varchar(100);");
        // What a missing permission would do, for whoever runs the tests: the draft's place is taken.
        var taken = checkout.resolve(
                "db-changelog/.changelog.yaml." + ProcessHandle.current().pid() + ".tmp/full");
        Files.createDirectories(taken);
        var before = texts();
        assertThat(run("generate", "longer")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).startsWith("Nothing was written: ").hasLineCount(1);
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void the_author_is_who_git_says() throws Exception {
        change("0090-older", "alter table todos alter column title type varchar(100);");
        git("init", "--quiet");
        git("config", "user.name", "Jane \"JD\" O'Doe: maintainer");
        assertThat(run("generate", "longer")).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(checkout.resolve("db-changelog/changes/0091-longer.sql")))
                .contains("--changeset Jane JD O'Doe maintainer:0091-longer\n");
    }

    private void git(String... words) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        assertThat(new ProcessBuilder(command)
                        .directory(checkout.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Adds a change set that the code knows nothing of. */
    private void change(String id, String sql) throws IOException {
        Files.writeString(
                checkout.resolve("db-changelog/changes/" + id + ".sql"),
                "--liquibase formatted sql\n--changeset acme:%s\n%s\n--rollback not required\n".formatted(id, sql));
        var order = checkout.resolve("db-changelog/changelog.yaml");
        Files.writeString(
                order,
                Files.readString(order)
                        .replace(
                                "  - include: { file: data/dev.sql",
                                "  - include: { file: changes/%s.sql, relativeToChangelogFile: true }\n  - include: { file: data/dev.sql"
                                        .formatted(id)));
    }

    private Map<Path, String> texts() throws IOException {
        var texts = new TreeMap<Path, String>();
        for (var file : filesOf(checkout)) {
            texts.put(file, Files.readString(file));
        }
        return texts;
    }

    private static List<Path> filesOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private int run(String... line) {
        return commands.run(checkout, line);
    }
}
