package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.Java;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.cli.DatabaseCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several processes at once, as when a deployment starts every instance of an application, and processes that are
 * killed. {@code ./mvnw verify} runs one round of each, {@code ./mvnw -Pstress verify} all of them.
 */
class ConcurrentMigrationTest {

    private static final int PROCESSES = Integer.getInteger("stress.processes", 10);
    private static final int ROUNDS = Integer.getInteger("stress.concurrent-rounds", 1);
    private static final int CRASHES = Integer.getInteger("stress.crash-rounds", 1);

    private static final int LONGEST_CHANGE_SET_MILLIS = 80;

    @TempDir
    Path directory;

    static IntStream rounds() {
        return IntStream.rangeClosed(1, ROUNDS);
    }

    static IntStream crashes() {
        return IntStream.rangeClosed(1, CRASHES);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void each_change_set_is_applied_once_and_everyone_succeeds(int round) throws Exception {
        var database = new OwnDatabase();
        var processes = new ArrayList<Process>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(migrate(database, Redirect.to(output(i).toFile())));
        }
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor(20, TimeUnit.MINUTES)).isTrue();
            assertThat(processes.get(i).exitValue())
                    .as("round %d: %s", round, outputOf(i))
                    .isEqualTo(0);
        }

        var everyone = new ArrayList<String>();
        for (int i = 0; i < PROCESSES; i++) {
            everyone.addAll(outputOf(i)
                    .lines()
                    .filter(line -> line.startsWith("applied"))
                    .map(line -> line.replaceAll(" \\(\\d+ ms\\)", ""))
                    .toList());
        }
        var journal = database.column("select id from databasechangelog");
        assertThat(everyone).doesNotHaveDuplicates().hasSameSizeAs(journal);
        assertThat(journal).containsExactlyInAnyOrderElementsOf(allIds());
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
    }

    /** Each round the kill falls into another change set, or shortly behind its commit. */
    @ParameterizedTest
    @MethodSource("crashes")
    void a_process_killed_at_any_moment_leaves_nothing_that_the_next_one_stumbles_over(int round) throws Exception {
        var database = new OwnDatabase();
        var chance = new Random(round);
        var doomed = migrate(database, Redirect.PIPE);
        awaitApplied(chance.nextInt(allIds().size()), doomed);
        doomed.waitFor(chance.nextInt(LONGEST_CHANGE_SET_MILLIS), TimeUnit.MILLISECONDS);
        doomed.destroyForcibly().waitFor();
        assertCompletedByTheNextRun(database);
    }

    /** Returns as soon as the process has told its database, and that many change sets. */
    private static void awaitApplied(int count, Process process) throws IOException {
        var output = process.inputReader();
        assertThat(output.readLine()).startsWith("Environment test");
        for (int applied = 0; applied < count; ) {
            var line = output.readLine();
            assertThat(line).isNotNull();
            if (line.startsWith("applied")) {
                applied++;
            }
        }
    }

    private void assertCompletedByTheNextRun(OwnDatabase database) throws Exception {
        var migrations = database.migrations(Environment.TEST);
        migrations.apply(new MigrationListener() {});

        assertThat(migrations.pending()).isEmpty();
        assertThat(database.column("select id from databasechangelog")).containsExactlyInAnyOrderElementsOf(allIds());
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
        var settings = Settings.of(
                Map.of(Environment.TEST.urlVariable(), database.url(), "POSTGRES_SCRATCH_URL", database.url()));
        try (var server = DatabaseServer.open(Environment.TEST, settings, directory)) {
            assertThat(new Check(server, settings, directory).run()).isEmpty();
        }
    }

    private static List<String> allIds() {
        return Changelog.of(Environment.TEST).missingFrom(List.of()).stream()
                .map(ChangeSetName::id)
                .toList();
    }

    private Process migrate(OwnDatabase database, Redirect output) throws IOException {
        var process = new ProcessBuilder(Java.command(
                        "-cp", System.getProperty("java.class.path"), DatabaseCommand.class.getName(), "migrate:test"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        // Ten at once on a busy machine wait for the processor longer than a person would for a connection.
        process.environment().put(Environment.TEST.urlVariable(), database.url() + "&loginTimeout=120");
        return process.start();
    }

    private Path output(int number) {
        return directory.resolve("output-" + number);
    }

    private String outputOf(int number) throws IOException {
        return Files.readString(output(number));
    }
}
