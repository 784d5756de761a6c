package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees whose start cannot succeed, in a process of its own. */
class StartTest {

    /** As little of the two lines with which every start begins as tells them from others. */
    private static final List<String> EVERY_START = List.of("Application: Starting", "Application: The following");

    @TempDir
    Path workingDirectory;

    @Test
    void a_port_that_is_taken_is_told_in_one_line_that_names_the_variable() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(linesOfAFailedStart(Map.of("SERVER_PORT", String.valueOf(taken.getLocalPort()))))
                    .singleElement()
                    .asString()
                    .startsWith("Port %d is taken by another program: set SERVER_PORT".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void a_database_that_cannot_be_entered_is_told_in_one_line_without_the_password() throws Exception {
        assertThat(linesOfAFailedStart(Map.of("POSTGRES_URL", "postgres://ann:secret@no-such-host.invalid/shop")))
                .containsExactly("POSTGRES_URL cannot be used: the host no-such-host.invalid is unknown.");
    }

    @Test
    void an_unknown_environment_is_told_in_one_line() throws Exception {
        assertThat(linesOfAFailedStart(Map.of("SPRING_PROFILES_ACTIVE", "staging")))
                .containsExactly(
                        "Unknown environment \"staging\": SPRING_PROFILES_ACTIVE is one of dev, test and prod.");
    }

    private List<String> linesOfAFailedStart(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("POSTGRES_") || name.startsWith("SPRING_"));
        environment.putAll(Map.of("SPRING_PROFILES_ACTIVE", "prod", "SERVER_PORT", "0"));
        environment.putAll(variables);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isEqualTo(1);
        return lines.stream()
                .filter(line -> EVERY_START.stream().noneMatch(line::contains))
                .toList();
    }
}
