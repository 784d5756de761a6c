package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .mvn/find-jdk.sh}, asked for versions that no machine has installed, so that only the test's own folders answer. */
@DisabledOnOs(OS.WINDOWS)
class JdkDiscoveryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private record Outcome(int status, String output, String error) {}

    @BeforeEach
    void two_versions_are_installed() throws IOException {
        install(".sdkman/candidates/java/901.0.1-tem", "901.0.1");
        install(".asdf/installs/java/temurin-902", "902");
    }

    @Test
    void the_oldest_version_that_suits_is_taken() throws Exception {
        assertThat(find(900, Map.of()).output()).endsWith(".sdkman/candidates/java/901.0.1-tem");
    }

    @Test
    void an_older_version_is_passed_over() throws Exception {
        assertThat(find(902, Map.of()).output()).endsWith(".asdf/installs/java/temurin-902");
    }

    @Test
    void without_a_home_the_other_places_are_looked_at() throws Exception {
        var outcome = find(
                901, Map.of("HOME", "", "SDKMAN_DIR", home.resolve(".sdkman").toString()));

        assertThat(outcome.output()).endsWith(".sdkman/candidates/java/901.0.1-tem");
        assertThat(outcome.error()).isEmpty();
    }

    @Test
    void java_home_wins_where_it_suits() throws Exception {
        var chosen = home.resolve(".asdf/installs/java/temurin-902").toString();

        assertThat(find(900, Map.of("JAVA_HOME", chosen)).output()).isEqualTo(chosen);
    }

    @Test
    void a_java_home_that_is_too_old_is_passed_over() throws Exception {
        var old = home.resolve(".sdkman/candidates/java/901.0.1-tem").toString();

        assertThat(find(902, Map.of("JAVA_HOME", old)).output()).endsWith("temurin-902");
    }

    @Test
    void without_any_one_line_says_which_version_is_needed() throws Exception {
        var outcome = find(903, Map.of());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error().lines()).singleElement().asString().contains("needs JDK 903 or later");
    }

    private void install(String folder, String version) throws IOException {
        var jdk = home.resolve(folder);
        Files.createDirectories(jdk.resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            var file = Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    }

    private Outcome find(int version, Map<String, String> variables) throws IOException, InterruptedException {
        var script = Files.readString(Path.of(".mvn/find-jdk.sh"))
                .replaceFirst("required_java=\\d+", "required_java=" + version);
        var shell = new ProcessBuilder("sh", "-c", "set -euf\n" + script + "\nprintf %s \"$JAVA_HOME\"");
        shell.environment().keySet().removeAll(Set.of("JAVA_HOME", "SDKMAN_DIR", "ASDF_DATA_DIR"));
        shell.environment().put("HOME", home.toString());
        shell.environment().putAll(variables);
        shell.environment().values().removeIf(String::isEmpty);
        var process = shell.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), output, error);
    }
}
