package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.cli.DatabaseCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at once, as when a deployment starts every instance of an application. */
class ConcurrentMigrationTest {

    private static final int PROCESSES = 5;

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();

    @RepeatedTest(2)
    void each_change_set_is_applied_once_and_everyone_succeeds() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(migrate(i));
        }
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(processes.get(i).exitValue()).as(outputOf(i)).isEqualTo(0);
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
        assertThat(journal)
                .containsExactlyInAnyOrderElementsOf(Changelog.of(Environment.TEST).missingFrom(List.of()).stream()
                        .map(ChangeSetName::id)
                        .toList());
        assertThat(database.value("select count(*) from invoices")).isEqualTo("6");
    }

    @Test
    void a_process_killed_in_the_middle_leaves_nothing_that_the_next_one_stumbles_over() throws Exception {
        var doomed = migrate(0);
        while (doomed.isAlive()
                && database.column("select relname from pg_class where relname = 'invoices'")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
        doomed.destroyForcibly().waitFor();

        database.migrations(Environment.TEST).apply(new MigrationListener() {});

        assertThat(database.migrations(Environment.TEST).pending()).isEmpty();
        assertThat(database.column("select id from databasechangelog")).doesNotHaveDuplicates();
    }

    private Process migrate(int number) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseCommand.class.getName(),
                        "migrate:test")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(number).toFile());
        process.environment().put(Environment.TEST.urlVariable(), database.url());
        return process.start();
    }

    private Path output(int number) {
        return directory.resolve("output-" + number);
    }

    private String outputOf(int number) throws IOException {
        return Files.readString(output(number));
    }
}
