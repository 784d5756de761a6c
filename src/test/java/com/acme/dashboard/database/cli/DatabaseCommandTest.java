package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.UnpackedPrograms;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DatabaseCommandTest {

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final TypedCommands commands = new TypedCommands(database);
    private final Map<String, String> variables = commands.variables();
    private final TypedAnswers answers = commands.answers();
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

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
    void where_only_the_jar_is_commands_are_named_as_they_are_typed_there() {
        var text = new StringWriter();
        try (var writer = new JarWriter(text)) {
            writer.print("Run ./db migrate:prod first, or ./db help.");
        }
        assertThat(text)
                .hasToString("Run java -jar dashboard.jar db:migrate:prod first, or java -jar dashboard.jar db:help.");
    }

    @Test
    void seed_tells_what_it_filled() {
        run("migrate:test");
        database.run("delete from todos");
        assertThat(run("seed:test")).isEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).contains("seeded   todos: 3");
        assertThat(out.toString()).startsWith("Tables seeded: 1.");
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
                "studio --port=-1    | --port is between 0 and 65535, not -1.",
                "studio --port 65536 | --port is between 0 and 65535, not 65536.",
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

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "reset --yes", "status --json", "seed --frobnicate"})
    void an_environment_in_the_variable_that_is_none_is_told_in_one_line(String line) {
        variables.put("SPRING_PROFILES_ACTIVE", "staging");
        assertThat(run(line.split(" "))).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Unknown environment \"staging\": SPRING_PROFILES_ACTIVE is one of dev, test and prod.");
    }

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
