package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.Java;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A command as a process of its own, with the logging that it sets up for itself. */
class CommandProcessTest {

    @TempDir
    Path directory;

    @Test
    void results_are_all_that_is_on_standard_output_with_verbose_too() throws Exception {
        var database = new OwnDatabase();
        var variables = Map.of("DATABASE_URL_TEST", database.url(), "POSTGRES_SCRATCH_URL", database.url());
        var nowhere = new PrintWriter(new StringWriter());
        assertThat(DatabaseCommand.run(
                        new Shell(variables, directory, new Terminal.StandardInput(() -> false), nowhere, nowhere),
                        "migrate:test"))
                .isEqualTo(ExitStatus.DONE);

        var status = run(classPath(), variables, "check:test", "--json", "--verbose");

        var output = Files.readString(directory.resolve("output"));
        assertThat(status).as(output).isEqualTo(ExitStatus.DONE);
        assertThat(output).startsWith("{");
        assertThat(new JsonMapper().readTree(output).get("database").asString()).isEqualTo(database.name());
    }

    @Test
    void a_change_set_of_the_checkout_that_would_never_run_keeps_the_others_from_running() throws Exception {
        var database = new OwnDatabase();
        var classes = Path.of("target", "classes").toAbsolutePath();
        var built = directory.resolve("target/classes");
        FileSystemUtils.copyRecursively(classes, built);
        Files.createFile(directory.resolve("pom.xml"));
        FileSystemUtils.copyRecursively(classes.resolve("db-changelog"), directory.resolve("db-changelog"));
        Files.writeString(directory.resolve("db-changelog/changes/0090-forgotten.sql"), "--liquibase formatted sql\n");
        var ofCheckout = classPath().replace(classes.toString(), built.toString());

        var status = run(ofCheckout, Map.of("DATABASE_URL_TEST", database.url()), "migrate:test");

        var errors = Files.readString(directory.resolve("errors"));
        assertThat(status).as(errors).isEqualTo(ExitStatus.FAILED);
        assertThat(errors).contains("changes/0090-forgotten.sql would never run");
        assertThat(database.value("select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    private int run(String classPath, Map<String, String> variables, String... arguments) throws Exception {
        var java = new ArrayList<>(List.of("-cp", classPath, DatabaseCommand.class.getName()));
        java.addAll(List.of(arguments));
        var command = new ProcessBuilder(Java.command(java.toArray(String[]::new)))
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("output").toFile())
                .redirectError(directory.resolve("errors").toFile());
        command.environment().putAll(variables);
        var process = command.start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Without the tests' own logging, and as in the jar without Spring Boot, which has a word in it where it is. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !entry.getFileName().toString().startsWith("spring-boot-"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
