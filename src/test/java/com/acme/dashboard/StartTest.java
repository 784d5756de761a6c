package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.UnpackedPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who starts the application, in a process of its own. */
class StartTest {

    /** As little of the two lines with which every start begins as tells them from others. */
    private static final List<String> EVERY_START = List.of("Application: Starting", "Application: The following");

    /** Maven says about 40 itself, and both together are to be fewer than 60. */
    private static final int MOST_LINES = 15;

    private static final Pattern TROUBLE =
            Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE)\\b|Exception|Error:|^\\s+at |^Caused by");

    @TempDir
    Path workingDirectory;

    @Test
    void a_start_says_little_and_last_where_to_go_and_who_can_sign_in() throws Exception {
        List<String> lines;
        var home = UnpackedPrograms.linkInto(workingDirectory);
        try (var application = ApplicationProcess.start(workingDirectory, Map.of())) {
            application.awaitReady();
            application.terminate();
            lines = application.awaitEnd();
        } finally {
            UnpackedPrograms.unlink(home);
        }

        assertThat(lines).hasSizeLessThan(MOST_LINES).noneMatch(TROUBLE.asPredicate());
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .satisfiesExactly(
                        address -> assertThat(address).containsPattern("Acme Dashboard is at http://localhost:\\d+$"),
                        accounts -> assertThat(accounts)
                                .endsWith("Sign in as user@acme.test / 123456 or admin@acme.test / admin123"));
    }

    @Test
    void a_name_that_others_have_pointed_at_this_machine_is_not_served() throws Exception {
        var home = UnpackedPrograms.linkInto(workingDirectory);
        try (var application = ApplicationProcess.start(workingDirectory, Map.of())) {
            var port = application.awaitReady();

            assertThat(statusOf(port, "localhost")).isEqualTo("HTTP/1.1 200 ");
            assertThat(statusOf(port, "evil.example")).isEqualTo("HTTP/1.1 421 ");

            application.terminate();
            application.awaitEnd();
        } finally {
            UnpackedPrograms.unlink(home);
        }
    }

    private static String statusOf(int port, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                            .formatted(host, port)
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200 ".length()), US_ASCII);
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line_that_names_the_variable() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
    void a_password_that_looks_like_a_placeholder_is_a_password() throws Exception {
        assertThat(linesOfAFailedStart(Map.of("POSTGRES_URL", "postgres://ann:sec${x}ret@no-such-host.invalid/shop")))
                .containsExactly("POSTGRES_URL cannot be used: the host no-such-host.invalid is unknown.");
    }

    @Test
    void an_unknown_environment_is_told_in_one_line() throws Exception {
        assertThat(linesOfAFailedStart(Map.of("SPRING_PROFILES_ACTIVE", "staging")))
                .containsExactly(
                        "Unknown environment \"staging\": SPRING_PROFILES_ACTIVE is one of dev, test and prod.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACME_TIME_ZONE  | Mars/Base   | ACME_TIME_ZONE is "Mars/Base", which is no time zone; use a name such as America/New_York.
            TRUSTED_PROXIES | proxy.local | TRUSTED_PROXIES has "proxy.local", which is neither an address nor a network such as 10.0.0.0/8.
            """)
    void a_setting_that_cannot_be_read_is_told_in_one_line(String variable, String value, String line)
            throws Exception {
        var home = UnpackedPrograms.linkInto(workingDirectory);
        try {
            assertThat(linesOfAFailedStart(Map.of("SPRING_PROFILES_ACTIVE", "dev", variable, value)))
                    .noneMatch(TROUBLE.asPredicate())
                    .endsWith(line)
                    .containsOnlyOnce(line);
        } finally {
            UnpackedPrograms.unlink(home);
        }
    }

    private List<String> linesOfAFailedStart(Map<String, String> variables) throws IOException, InterruptedException {
        var inProduction = new HashMap<>(Map.of("SPRING_PROFILES_ACTIVE", "prod"));
        inProduction.putAll(variables);
        try (var application = ApplicationProcess.start(workingDirectory, inProduction)) {
            var lines = application.awaitEnd();
            assertThat(application.exitStatus()).isEqualTo(1);
            return lines.stream()
                    .filter(line -> EVERY_START.stream().noneMatch(line::contains))
                    .toList();
        }
    }
}
