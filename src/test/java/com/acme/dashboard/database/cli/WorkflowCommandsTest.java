package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database commands that continuous integration runs, as the program itself reads them. */
class WorkflowCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("\\./db +([^\\n;|&>]+)");

    @TempDir
    Path directory;

    static List<String> commands() throws IOException {
        var commands = new ArrayList<String>();
        try (var files = Files.list(Path.of(".github/workflows"))) {
            for (var file : files.sorted().toList()) {
                COMMAND.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> commands.add(match.group(1).strip()));
            }
        }
        return commands;
    }

    /** Asked for help, a command says what is wrong with its name, its environment or its options, and does nothing. */
    @ParameterizedTest
    @MethodSource("commands")
    void is_a_command_with_options_that_it_has(String command) {
        var typed = new TypedCommands();

        assertThat(typed.run(directory, (command + " --help").split(" +")))
                .as(typed.err().toString())
                .isZero();

        assertThat(typed.out().toString()).startsWith("Usage: ./db " + command.replaceFirst("[: ].*", ""));
    }
}
