package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandHelpTest {

    @TempDir
    Path directory;

    private final TypedCommands commands = new TypedCommands(new OwnDatabase());
    private final Map<String, String> variables = commands.variables();
    private final StringWriter out = commands.out();
    private final StringWriter err = commands.err();

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

    @Test
    void help_takes_a_command_with_its_environment() {
        assertThat(run("help", "migrate:prod")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Usage: ./db migrate");
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

    private int run(String... line) {
        return commands.run(directory, line);
    }
}
