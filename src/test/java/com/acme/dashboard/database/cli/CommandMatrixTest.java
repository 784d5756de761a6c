package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command in each environment, with a person at a terminal or without: exit status and message. */
class CommandMatrixTest {

    private static final Map<String, OwnDatabase> MIGRATED = new ConcurrentHashMap<>();

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private OwnDatabase database;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What the database is, what is typed (- where there is no terminal), the command, and how it ends. */
    @ParameterizedTest(name = "{2} on a database that is {0}, typed {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // refused for the environment, before options are looked at
                "prod     | - | reset:prod                      | 3 | reset is never for prod",
                "prod     | y | reset:prod --yes                | 3 | reset is never for prod",
                "prod     | y | reset:prod --frobnicate         | 3 | reset is never for prod",
                "empty    | - | seed:prod --frobnicate          | 3 | seed is never for prod",
                "dev      | y | push:prod --allow-drops --yes   | 3 | push is never for prod",
                "test     | - | push:test                       | 3 | push is never for test",
                // refused for the database
                "prod     | y | reset:dev --yes                 | 3 | a database of the environment prod, not of dev",
                "test     | - | reset:dev --yes                 | 3 | a database of the environment test, not of dev",
                "unmarked | - | reset:dev --yes                 | 3 | does not say which environment it belongs to",
                "prod     | - | seed:dev                        | 3 | a database of the environment prod, not of dev",
                "unmarked | - | seed:test                       | 3 | run ./db migrate:test first",
                "empty    | - | seed:test                       | 3 | run ./db migrate:test first",
                "prod     | - | rollback:dev --yes              | 3 | a database of the environment prod, not of dev",
                "unmarked | y | rollback:prod                   | 3 | run ./db migrate:prod first",
                "empty    | - | rollback:test --yes             | 3 | run ./db migrate:test first",
                "dev      | - | migrate:prod --yes              | 3 | a database of the environment dev, not of prod",
                "dev      | - | migrate:test --sql              | 3 | a database of the environment dev, not of test",
                "test     | - | status:prod                     | 3 | a database of the environment test, not of prod",
                "prod     | y | create-user:dev jane@acme.test  | 3 | a database of the environment prod, not of dev",
                "prod     | y | reset:dev --frobnicate          | 3 | a database of the environment prod, not of dev",
                "prod     | - | rollback:dev --count 0          | 3 | a database of the environment prod, not of dev",
                "prod     | - | studio:dev --port 70000         | 3 | a database of the environment prod, not of dev",
                "test     | - | migrate:prod --lock-timeout x   | 3 | a database of the environment test, not of prod",
                "dev      | - | create-user:prod                | 3 | a database of the environment dev, not of prod",
                "dev      | - | check:prod                      | 3 | a database of the environment dev, not of prod",
                "dev      | - | status:prod --bogus             | 3 | a database of the environment dev, not of prod",
                "dev      | - | check:prod --bogus              | 3 | a database of the environment dev, not of prod",
                "unmarked | - | reset:dev --bogus               | 3 | does not say which environment it belongs to",
                "unmarked | - | push:dev --bogus                | 3 | run ./db migrate:dev first",
                "empty    | - | seed:test --bogus               | 3 | run ./db migrate:test first",
                "unmarked | - | rollback:prod --count 0         | 3 | run ./db migrate:prod first",
                "unmarked | - | create-admin:prod               | 3 | run ./db migrate:prod first",
                "empty    | - | create-user:prod --bogus        | 3 | run ./db migrate:prod first",
                "unmarked | - | set-password:prod               | 3 | run ./db migrate:prod first",
                "prod     | - | roles:dev --apply --yes         | 3 | a database of the environment prod, not of dev",
                "prod     | - | push:dev --allow-drops          | 3 | a database of the environment prod, not of dev",
                "unmarked | y | push:dev                        | 3 | run ./db migrate:dev first",
                "dev      | - | set-password:prod a@acme.test   | 3 | a database of the environment dev, not of prod",
                "dev      | - | create-admin:test a@acme.test   | 3 | a database of the environment dev, not of test",
                "empty    | - | create-admin:prod a@acme.test   | 3 | run ./db migrate:prod first",
                // nobody to ask
                "dev      | - | reset:dev                       | 3 | add --yes",
                "dev      | - | rollback:dev                    | 3 | add --yes",
                "unmarked | - | migrate:dev                     | 3 | add --yes",
                "dev      | - | mark prod                       | 3 | add --database NAME",
                "dev      | - | mark prod --yes                 | 3 | add --database NAME",
                "dev      | y | mark prod                       | 3 | is not the database",
                "prod     | - | roles:prod --apply              | 3 | add --yes",
                "dev      | - | create-admin:dev user@acme.test | 3 | add --yes",
                // somebody says no
                "dev      | n | reset:dev                       | 1 | Nothing was changed",
                "dev      | n | rollback:dev                    | 1 | Nothing was changed",
                "prod     | n | roles:prod --apply              | 1 | Nothing was changed",
                "dev      | n | create-admin:dev user@acme.test | 1 | Nothing was changed",
                "unmarked | n | migrate:prod                    | 1 | Nothing was changed",
                // done
                "dev      | y | reset:dev                       | 0 | Change sets applied",
                "test     | - | reset:test --yes                | 0 | Change sets applied",
                "empty    | - | reset:test                      | 0 | Change sets applied",
                "dev      | - | seed:dev                        | 0 | Nothing to do",
                "test     | - | seed:test --yes                 | 0 | Nothing to do",
                "test     | yes | reset:test                    | 0 | Change sets applied",
                "dev      | YES | rollback:dev                  | 0 | Change sets undone: 1.",
                "dev      | y | rollback:dev                    | 0 | Change sets undone: 1.",
                "test     | - | rollback:test --count 3 --yes   | 0 | Change sets undone: 3.",
                "prod     | - | rollback:prod --yes             | 0 | Change sets undone: 1.",
                "prod     | - | rollback:prod --sql             | 0 | -- undo db-changelog/changes/",
                "dev      | - | rollback:dev --count 99 --yes   | 0 | Change sets undone",
                "empty    | - | migrate:dev                     | 0 | Change sets applied",
                "empty    | - | migrate:prod                    | 0 | Change sets applied",
                "unmarked | y | migrate:test                    | 0 | Change sets applied",
                "unmarked | - | migrate:prod --yes              | 0 | Change sets applied",
                "prod     | - | migrate:prod                    | 0 | Nothing to do",
                "prod     | - | migrate:prod --lock-timeout 2s --statement-timeout 1min | 0 | Nothing to do",
                "unmarked | - | migrate:prod --sql              | 0 | create table users",
                "prod     | - | status:prod                     | 0 | Pending: 0",
                "unmarked | - | status:dev                      | 0 | It is not empty and carries no environment",
                "empty    | - | completion                      | 0 | _complete_db",
                "prod     | - | status:prod --yes               | 0 | Pending: 0",
                "dev      | - | check:dev                       | 0 | Nothing was found",
                "test     | - | check:test --json               | 0 | \"findings\" : [ ]",
                "prod     | y | check:prod                      | 0 | Nothing was found",
                "dev      | - | push:dev                        | 0 | No changes",
                "dev      | y | push                            | 0 | No changes",
                "prod     | - | roles:prod                      | 0 | create role",
                "dev      | - | mark prod --database NAME       | 0 | It carries the environment prod now",
                "unmarked | y | status:prod --help              | 0 | Usage: ./db status",
                // production loses nothing
                "prod     | - | rollback:prod --count 99 --yes  | 3 | the first change set is never undone",
                "prod     | y | rollback:prod --count 99        | 3 | the first change set is never undone",
                // wrong use
                "dev      | y | rollback:dev --count 0          | 2 | --count is at least 1",
                "dev      | y | rollback:dev --count two        | 2 | two",
                "dev      | y | rollback:dev --count 1 --to x   | 2 | mutually exclusive",
                "dev      | y | migrate:dev --lock-timeout soon | 2 | \"soon\" is not a time",
                "dev      | y | seed:staging                    | 2 | Unknown environment",
                "dev      | y | undo:dev                        | 2 | undo",
                "test     | - | --yes reset:test                | 2 | --yes",
                "prod     | - | --yes reset:prod                | 3 | reset is never for prod",
                "dev      | - | generate Due/date               | 2 | is no name for a change",
                "dev      | - | generate due-date               | 2 | There is no checkout here",
                "dev      | - | mark staging                    | 2 | Unknown environment",
                "dev      | y | mark:prod dev --database NAME   | 2 | mark takes one environment",
                "prod     | - | mark:dev dev --database NAME    | 0 | It carries the environment dev now",
                "dev      | - | check:dev --yaml                | 2 | --yaml",
                "unmarked | - | migrate:dev --bogus             | 2 | --bogus",
                "empty    | - | reset:dev --bogus               | 2 | --bogus",
                "unmarked | - | status:dev --bogus              | 2 | --bogus",
                "empty    | - | help undo                       | 2 | undo",
                // failed
                "dev      | y | rollback:dev --to nothing       | 1 | No run has the tag \"nothing\"",
            })
    void ends_with_this_status_and_says_this(String is, String typed, String command, int status, String message) {
        database = switch (is) {
            case "empty" -> new OwnDatabase();
            case "unmarked" -> {
                var others = new OwnDatabase();
                others.run("create table somebodys (id integer)");
                yield others;
            }
            default -> MIGRATED.computeIfAbsent(is, this::migrate).copy();
        };
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);

        assertThat(run(typed, command.replace("NAME", database.name()).split(" ")))
                .as(out + "\n" + err)
                .isEqualTo(status);

        assertThat(status == 0 ? out.toString() : err.toString()).contains(message);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
        if (status != 0) {
            assertThat(out.toString()).isEmpty();
        } else if (!command.startsWith("completion") && !command.endsWith("--help")) {
            assertThat(err.toString() + out)
                    .containsPattern("\\AEnvironment \\w+, host \\S+, database " + database.name() + ", role \\w+\\R");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed:test", "rollback:test --yes", "create-user:test jane@acme.test --yes"})
    void nothing_goes_on_in_a_test_database_that_each_command_has_anew(String command) {
        assertThat(run(Map.of(), "-", command.split(" "))).isEqualTo(ExitStatus.REFUSED);

        assertThat(err.toString()).startsWith("Without DATABASE_URL_TEST each command has a test database of its own");
    }

    private OwnDatabase migrate(String environment) {
        database = new OwnDatabase();
        assertThat(run("-", "migrate:" + environment)).isZero();
        return database;
    }

    private int run(String typed, String... words) {
        // Without the last one, each check would start an embedded server of its own.
        return run(
                Map.of(
                        "POSTGRES_URL", database.url(),
                        "DATABASE_URL_TEST", database.url(),
                        "POSTGRES_SCRATCH_URL", database.url()),
                typed,
                words);
    }

    private int run(Map<String, String> variables, String typed, String... words) {
        return DatabaseCommand.run(
                new Shell(
                        variables, directory, new Typed(typed), new PrintWriter(out, true), new PrintWriter(err, true)),
                words);
    }

    private record Typed(String answer) implements Terminal {

        @Override
        public boolean isInteractive() {
            return !answer.equals("-");
        }

        @Override
        public String ask(String question) {
            return answer;
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            return Optional.of(answer);
        }
    }
}
