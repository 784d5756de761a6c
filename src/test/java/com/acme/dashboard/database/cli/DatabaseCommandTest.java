package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.OwnDatabase;
import com.acme.dashboard.database.UnpackedPrograms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

class DatabaseCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("POSTGRES_URL", database.url(), "DATABASE_URL_TEST", database.url()));
    private final TypedAnswers answers = new TypedAnswers();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    // migrate, status

    @Test
    void migrate_names_environment_host_database_and_role_first_then_each_change_set() {
        assertThat(run("migrate:test")).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString().lines())
                .first()
                .asString()
                .matches("Environment test, host [^ ]+:\\d+, database acme_test_\\w+, role \\w+");
        assertThat(err.toString())
                .contains("This database now carries the environment test.")
                .containsPattern("applied {2}db-changelog/changes/0001-initial-schema.sql \\(\\d+ ms\\)")
                .containsPattern("applied {2}db-changelog/data/test.sql \\(data-test\\) \\(\\d+ ms\\)");
        assertThat(out.toString()).containsPattern("\\AChange sets applied: \\d+\\.\\R\\z");
    }

    @Test
    void migrate_with_nothing_to_do_says_so() {
        run("migrate:test");
        assertThat(run("migrate:test")).isEqualTo(ExitStatus.DONE);
        assertThat(out).hasToString("Nothing to do: no change set is pending." + System.lineSeparator());
    }

    @Test
    void migrate_prints_the_sql_and_applies_nothing() {
        assertThat(run("migrate:prod", "--sql")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).contains("create table users", "create function raise_version");
        assertThat(database.value("select to_regclass('users')")).isNull();
    }

    @Test
    void without_an_environment_in_the_command_the_variable_counts_else_it_is_dev_in_a_checkout() {
        variables.put("SPRING_PROFILES_ACTIVE", "prod");
        assertThat(run("status")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Environment prod,");
        variables.remove("SPRING_PROFILES_ACTIVE");
        assertThat(run("status")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Environment dev,");
    }

    @Test
    void wrong_options_beside_a_file_of_variables_that_cannot_be_read_are_told_in_two_lines() throws IOException {
        Files.writeString(directory.resolve(".env"), "garbage\n");
        assertThat(run("migrate:dev", "--bogus")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains("--bogus").hasLineCount(2);
    }

    @Test
    void the_arguments_that_the_jar_gets_mean_the_same() {
        assertThat(run("db:status:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Environment prod,");
    }

    @Test
    void status_tells_what_is_applied_when_and_by_which_version_and_what_is_pending() {
        assertThat(run("status:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString())
                .contains("It is empty and carries no environment yet.", "Applied: 0")
                .containsPattern("Pending: \\d\\d");
        run("migrate:prod");
        assertThat(run("status:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString())
                .contains("It carries the environment prod.", "Pending: 0")
                .containsPattern("0001-initial-schema.sql +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d by checkout-");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void status_as_json_is_for_machines() {
        assertThat(run("status:prod", "--json")).isEqualTo(ExitStatus.DONE);
        var empty = new JsonMapper().readTree(out.toString());
        assertThat(empty.get("environment").asString()).isEqualTo("prod");
        assertThat(empty.get("carries").isNull()).isTrue();
        assertThat(empty.get("pending").get(0).get("id").asString()).isEqualTo("0001-initial-schema");
        run("migrate:prod");
        assertThat(run("status:prod", "--json")).isEqualTo(ExitStatus.DONE);
        var migrated = new JsonMapper().readTree(out.toString());
        assertThat(migrated.get("carries").asString()).isEqualTo("prod");
        assertThat(migrated.get("pending").size()).isZero();
        var first = migrated.get("applied").get(0);
        assertThat(first.get("file").asString()).isEqualTo("db-changelog/changes/0001-initial-schema.sql");
        assertThat(first.get("run").asString()).startsWith("checkout-");
        assertThat(first.get("adopted").asBoolean()).isFalse();
        assertThat(Instant.parse(first.get("at").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "migrate", "create-admin", "create-user", "set-password"})
    void every_command_refuses_the_database_of_another_environment(String command) {
        run("migrate:prod");
        String[] line = command.contains("-")
                ? new String[] {command + ":dev", "jane@acme.test", "--yes"}
                : new String[] {command + ":dev"};
        answers.lines.add("a password");
        assertThat(run(line)).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("a database of the environment prod, not of dev");
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void a_database_without_a_marker_is_taken_over_only_with_consent() {
        database.run("create table somebodys (id integer)");
        assertThat(run("migrate:prod")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("--yes").contains("Make it the prod database?");

        answers.interactive = true;
        answers.lines.add("n");
        assertThat(run("migrate:prod")).isEqualTo(ExitStatus.FAILED);
        assertThat(database.value("select to_regclass('users')")).isNull();

        answers.lines.add("y");
        assertThat(run("migrate:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(answers.questions.getLast()).contains("Make it the prod database?");
        assertThat(database.value("select environment from acme_environment")).isEqualTo("prod");
    }

    @Test
    void a_database_without_a_marker_is_taken_over_with_the_flag() {
        database.run("create table somebodys (id integer)");
        assertThat(run("migrate:prod", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(database.value("select environment from acme_environment")).isEqualTo("prod");
    }

    @Test
    void tables_that_cannot_be_adopted_are_refused() {
        database.run("create table users (id integer)");
        assertThat(run("migrate:prod", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("found     users.id integer");
    }

    @Test
    void a_copy_is_marked_anew_only_after_its_name_is_typed() {
        run("migrate:prod");
        var name = database.value("select current_database()");
        assertThat(run("mark", "dev", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("It carries the environment prod.", "--database");
        assertThat(run("mark", "dev", "--database", "another")).isEqualTo(ExitStatus.REFUSED);
        assertThat(run("mark", "staging", "--database", name)).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(database.value("select environment from acme_environment")).isEqualTo("prod");

        answers.interactive = true;
        answers.lines.add(name);
        assertThat(run("mark", "dev")).isEqualTo(ExitStatus.DONE);
        assertThat(answers.questions.getLast()).contains("make it the dev database");
        assertThat(run("migrate:dev")).isEqualTo(ExitStatus.DONE);
        assertThat(run("migrate:prod")).isEqualTo(ExitStatus.REFUSED);
    }

    // accounts

    @Test
    void create_admin_makes_an_administrator_from_a_line_of_standard_input() {
        run("migrate:prod");
        answers.lines.add("correct horse");
        assertThat(run("create-admin:prod", "jane@acme.test", "--name", "Jane Doe"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).startsWith("Environment prod, host ");
        assertThat(database.column("select name || ' ' || email || ' ' || role from users"))
                .containsExactly("Jane Doe jane@acme.test ADMIN");
        var hash = database.value("select password from users");
        assertThat(hash).startsWith("$2a$12$");
        assertThat(new BCryptPasswordEncoder().matches("correct horse", hash)).isTrue();
        assertThat(out.toString() + err).doesNotContain("correct horse");
    }

    @Test
    void create_admin_promotes_an_existing_account_only_after_asking() {
        run("migrate:prod");
        answers.lines.add("correct horse");
        run("create-user:prod", "jane@acme.test");
        assertThat(run("create-admin:prod", "Jane@acme.test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("--yes");
        assertThat(database.column("select role from users")).containsExactly("USER");

        answers.interactive = true;
        answers.lines.add("y");
        assertThat(run("create-admin:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(database.column("select role from users")).containsExactly("ADMIN");
    }

    @Test
    void create_user_makes_a_user_and_refuses_one_that_is_there() {
        run("migrate:prod");
        answers.interactive = true;
        answers.lines.addAll(List.of("correct horse", "correct horse"));
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(answers.questions).containsExactly("New password: ", "Once more: ");
        assertThat(database.column("select name || ' ' || role from users")).containsExactly("jane USER");

        assertThat(run("create-user:prod", "JANE@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("There is an account for JANE@acme.test already");
    }

    @Test
    void two_different_passwords_are_refused() {
        run("migrate:prod");
        answers.interactive = true;
        answers.lines.addAll(List.of("correct horse", "correct house"));
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("The two passwords differ");
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void set_password_replaces_a_lost_one() {
        run("migrate:prod");
        answers.lines.addAll(List.of("correct horse", "another one"));
        run("create-user:prod", "jane@acme.test");
        assertThat(run("set-password:prod", "jane@acme.test")).isEqualTo(ExitStatus.DONE);
        assertThat(new BCryptPasswordEncoder().matches("another one", database.value("select password from users")))
                .isTrue();
        assertThat(run("set-password:prod", "nobody@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("There is no account for nobody@acme.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789012345678901234567890123456789012345678901234567890123", "12345"})
    void a_password_that_cannot_be_kept_is_refused_with_words(String password) {
        run("migrate:prod");
        answers.lines.add(password);
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("A password").doesNotContain(password);
        assertThat(database.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void an_account_is_not_made_while_change_sets_are_pending() {
        assertThat(run("create-user:prod", "jane@acme.test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("run ./db migrate:prod first");
    }

    // wrong use

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate          | Unknown command \"frobnicate\".",
                "migrat              | Did you mean migrate?",
                "migrate:dev twice   | \"twice\" is more than migrate takes.",
                "migrate:staging     | Unknown environment \"staging\"",
                "migrate:            | Unknown environment \"\"",
                "migrate --frobnicate | --frobnicate",
                "create-admin        | EMAIL",
                "create-admin nobody | not an email address",
            })
    void wrong_use_is_told_in_one_or_two_lines(String line, String reason) {
        run("migrate:dev");
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString()).contains(reason).doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isLessThanOrEqualTo(3);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_database_that_cannot_be_reached_is_told_in_one_line_without_the_password() {
        variables.put("POSTGRES_URL", "postgresql://jane:secret@localhost:1/none?sslmode=disable");
        assertThat(run("status:prod")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("localhost:1").doesNotContain("secret");
        assertThat(run("status:prod", "--verbose")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).contains("\tat ").doesNotContain("secret");
    }

    @Test
    void help_lists_the_commands_and_explains_each() {
        assertThat(run("help")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).contains("migrate", "status", "create-admin", "create-user", "set-password");
        assertThat(run("help", "migrate")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).contains("--sql", "--yes", "Example: ./db migrate:prod --sql");
    }

    @ParameterizedTest
    @CsvSource({"migrate --help, migrate", "generate -h, generate", "reset:dev --yes --help, reset"})
    void help_is_an_option_of_every_command_too_and_nothing_is_done(String line, String command) {
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Usage: ./db " + command);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "help, Usage: ./db COMMAND",
        "--help, Usage: ./db COMMAND",
        "help migrate, Usage: ./db migrate",
        "migrate --help, Usage: ./db migrate",
        "completion, # db Bash Completion"
    })
    void help_is_there_for_whoever_has_named_an_environment_that_is_none(String line, String beginning) {
        variables.put("SPRING_PROFILES_ACTIVE", "staging");
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString().replaceFirst("(?s)^#!.*?\\R", "").replaceFirst("^(#\\R)+", ""))
                .startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "reset --yes", "status --json", "seed --frobnicate"})
    void an_environment_in_the_variable_that_is_none_is_told_in_one_line(String line) {
        variables.put("SPRING_PROFILES_ACTIVE", "staging");
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Unknown environment \"staging\": SPRING_PROFILES_ACTIVE is one of dev, test and prod.");
    }

    @Test
    void help_takes_a_command_with_its_environment() {
        assertThat(run("help", "migrate:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Usage: ./db migrate");
    }

    @Test
    void a_database_of_tests_that_nobody_has_named_is_said_to_be_thrown_away() throws IOException {
        variables.remove("DATABASE_URL_TEST");
        var home = UnpackedPrograms.linkInto(directory);
        try {
            assertThat(run("status:test")).isEqualTo(ExitStatus.DONE);
        } finally {
            UnpackedPrograms.unlink(home);
        }
        assertThat(out.toString().lines())
                .first()
                .asString()
                .startsWith("Environment test, host ")
                .endsWith(", thrown away at the end");
    }

    @Test
    void the_list_of_commands_says_a_whole_sentence_of_each() {
        run("--help");
        var list =
                out.toString().replaceAll("(?s).*Commands:|Exit status.*", "").replaceAll("\\R {10,}", " ");
        assertThat(list.lines().filter(line -> !line.isBlank()))
                .hasSizeGreaterThan(14)
                .allSatisfy(line -> assertThat(line).endsWith("."));
    }

    @Test
    void where_only_the_jar_is_commands_are_named_as_they_are_typed_there() {
        var text = new StringWriter();
        try (var writer = new JarWriter(text)) {
            writer.print("Run ./db migrate:prod first, or ./db help.");
        }
        assertThat(text)
                .hasToString("Run java -jar dashboard.jar db:migrate:prod first, or java -jar dashboard.jar db:help.");
    }

    @Test
    void every_command_has_help_with_an_example() {
        run("help");
        var commands = out.toString()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("Exit status"))
                .filter(line -> line.matches(" {2}[a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        assertThat(commands).contains("migrate", "status", "rollback", "reset", "seed", "mark", "completion", "help");
        for (var command : commands) {
            assertThat(run("help", command)).as(command).isEqualTo(ExitStatus.DONE);
            assertThat(out.toString()).as(command).containsPattern("Example: (source <\\()?\\./db " + command);
        }
    }

    @Test
    void rollback_shows_the_sql_and_what_is_lost_before_it_asks() {
        run("migrate:dev");
        answers.interactive = true;
        answers.lines.add("n");
        assertThat(run("rollback:dev", "--count", "3")).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString())
                .startsWith("Environment dev, host ")
                .contains(
                        "-- undo db-changelog/data/dev.sql (data-dev)",
                        "-- undo db-changelog/changes/0017-studio-audit.sql",
                        "-- undo db-changelog/changes/0016-todo-position.sql",
                        "-- loses column todos.\"position\": 8 rows",
                        "alter table todos drop column position;",
                        "delete from databasechangelog where id = '0016-todo-position'");
        assertThat(answers.questions.getLast())
                .startsWith("Undo 3 change sets and lose the data of 1 table or column?");
        assertThat(database.value("select count(position) from todos")).isEqualTo("8");
    }

    @Test
    void in_production_a_rollback_that_would_lose_data_is_refused() {
        run("migrate:prod");
        database.run("insert into todos (title) values ('Keep')");
        assertThat(run("rollback:prod", "--count", "2", "--yes")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString()).contains("column todos.\"position\": 1 row");
        assertThat(database.value("select count(position) from todos")).isEqualTo("1");
    }

    @Test
    void reset_shows_what_is_dropped_before_it_asks() {
        run("migrate:test");
        database.run("create table theirs (id integer); insert into theirs values (1)");
        assertThat(run("reset:test")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err.toString())
                .startsWith("Environment test, host ")
                .contains("  table public.theirs: 1 row\n".strip(), "  table public.invoices: 6 rows")
                .contains("Drop everything in database acme_test_");
        assertThat(database.value("select count(*) from theirs")).isEqualTo("1");
        assertThat(run("reset:test", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(database.value("select to_regclass('theirs')")).isNull();
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
    }

    @Test
    void seed_tells_what_it_filled() {
        run("migrate:test");
        database.run("delete from todos");
        assertThat(run("seed:test")).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).contains("seeded   todos: 3");
        assertThat(out.toString()).startsWith("Tables seeded: 1.");
    }

    private int run(String... line) {
        out = new StringWriter();
        err = new StringWriter();
        return DatabaseCommand.run(
                new Shell(variables, directory, answers, new PrintWriter(out, true), new PrintWriter(err, true)), line);
    }

    /** What somebody types, or a script hands over. */
    private static final class TypedAnswers implements Terminal {

        private final Queue<String> lines = new ArrayDeque<>();
        private final List<String> questions = new ArrayList<>();
        private boolean interactive;

        @Override
        public boolean isInteractive() {
            return interactive;
        }

        @Override
        public String ask(String question) {
            questions.add(question);
            return lines.remove();
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            questions.add(prompt);
            return Optional.ofNullable(lines.poll());
        }
    }
}
