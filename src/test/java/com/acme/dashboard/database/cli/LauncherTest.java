package com.acme.dashboard.database.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./db} in a checkout whose Maven and Java only tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path checkout;

    @BeforeEach
    void a_checkout() throws IOException {
        Files.copy(Path.of("db"), checkout.resolve("db"));
        write("pom.xml", "");
        write("src/main/java/Program.java", "");
        write("db-changelog/changelog.yaml", "first");
        write(".mvn/find-jdk.sh", "JAVA_HOME=" + checkout);
        program("bin/java", "echo java \"$@\"");
        program("mvnw", "echo compiled; mkdir -p target/classes; echo lib.jar > target/db.classpath");
        earlier(
                "pom.xml",
                "src/main/java/Program.java",
                "src/main/java",
                "src/main",
                "db-changelog/changelog.yaml",
                "db-changelog");
    }

    @Test
    void what_has_changed_is_compiled_once() throws Exception {
        assertThat(run("status")).contains("compiled").contains("java").contains("DatabaseCommand status");
        assertThat(run("status")).doesNotContain("compiled");
        write("src/main/java/Program.java", "changed");
        later("src/main/java/Program.java");
        assertThat(run("status")).contains("compiled");
    }

    @Test
    void a_new_change_set_counts_without_being_compiled() throws Exception {
        run("status");
        assertThat(checkout.resolve("target/classes/db-changelog/changelog.yaml"))
                .hasContent("first");
        write("db-changelog/changes/0001-first.sql", "create table first ()");
        write("db-changelog/changelog.yaml", "second");
        later("db-changelog/changelog.yaml");
        assertThat(run("status")).doesNotContain("compiled");
        assertThat(checkout.resolve("target/classes/db-changelog/changelog.yaml"))
                .hasContent("second");
        assertThat(checkout.resolve("target/classes/db-changelog/changes/0001-first.sql"))
                .exists();
    }

    @Test
    void change_sets_that_are_put_back_with_their_old_times_count() throws Exception {
        var copy = checkout.resolve("target/classes/db-changelog");
        write("db-changelog/changelog.yaml", "edited");
        write("db-changelog/changes/0018-taken-back.sql", "create table taken_back ()");
        run("status");
        assertThat(copy.resolve("changelog.yaml")).hasContent("edited");
        assertThat(copy.resolve("changes/0018-taken-back.sql")).exists();
        Files.delete(checkout.resolve("db-changelog/changes/0018-taken-back.sql"));
        Files.delete(checkout.resolve("db-changelog/changes"));
        write("db-changelog/changelog.yaml", "first");
        earlier("db-changelog/changelog.yaml", "db-changelog");
        assertThat(run("status")).doesNotContain("compiled");
        assertThat(copy.resolve("changelog.yaml")).hasContent("first");
        assertThat(copy.resolve("changes")).doesNotExist();
    }

    @Test
    void without_a_diff_the_same_change_sets_are_not_put_there_again() throws Exception {
        program("tools/diff", "exit 127");
        run("status");
        var before = Files.readAttributes(checkout.resolve("target/classes/db-changelog"), BasicFileAttributes.class);
        run("status");
        var after = Files.readAttributes(checkout.resolve("target/classes/db-changelog"), BasicFileAttributes.class);
        assertThat(after.fileKey()).isEqualTo(before.fileKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"studio", "studio:prod --port 4983", "--verbose studio:dev"})
    void studio_runs_like_a_server(String line) throws Exception {
        assertThat(run(line.split(" "))).doesNotContain(QUICK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help studio", "generate studio", "status", ""})
    void every_other_command_runs_like_a_command(String line) throws Exception {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).contains(QUICK);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.writeString(checkout.resolve(file), text);
    }

    private void program(String file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        assertThat(checkout.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private void earlier(String... files) throws IOException {
        for (var file : files) {
            Files.setLastModifiedTime(
                    checkout.resolve(file), FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    private void later(String file) throws IOException {
        Files.setLastModifiedTime(
                checkout.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
    }

    private String run(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("sh", checkout.resolve("db").toString()));
        line.addAll(List.of(words));
        var launcher = new ProcessBuilder(line).redirectErrorStream(true);
        launcher.environment().compute("PATH", (_, path) -> checkout.resolve("tools") + File.pathSeparator + path);
        var process = launcher.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
