package com.acme.dashboard.studio.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.OwnDatabase;
import com.acme.dashboard.database.cli.DatabaseCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./db studio} in a process of its own, for an empty database. */
class StandaloneStudioTest {

    private static final String ANNOUNCEMENT = "Studio is at ";

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (var process : processes) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void lets_in_who_brings_the_address_once_and_nobody_from_elsewhere() throws Exception {
        var address = address(start());

        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(raw(address, "evil.example:" + address.getPort())).contains(" 421 ");
        assertThat(get(address, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(get(address.resolve("/dashboard/studio"), "Accept", "*/*").statusCode())
                .isEqualTo(403);

        var entered = get(address, "Accept", "*/*");
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith("/dashboard/studio"));
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");

        assertThat(get(address.resolve("/dashboard/studio"), "Cookie", cookie.split(";", 2)[0])
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(address, "Accept", "*/*")).satisfies(again -> {
            assertThat(again.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
            assertThat(again.body()).contains("./db studio");
        });
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = start("--port", String.valueOf(taken.getLocalPort()));
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("Port %d cannot be used".formatted(taken.getLocalPort()));
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    private HttpResponse<String> get(URI address, String header, String value) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address).header(header, value).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The status line for another host, which the JDK's own client does not let a caller name. */
    private static String raw(URI address, String host) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort());
                var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.getOutputStream()
                    .write("GET /dashboard/studio HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(UTF_8));
            return String.valueOf(answer.readLine());
        }
    }

    private static URI address(Process process) throws IOException {
        var line = process.inputReader(UTF_8).readLine();
        assertThat(line).startsWith(ANNOUNCEMENT);
        return URI.create(line.substring(ANNOUNCEMENT.length()));
    }

    private Process start(String... options) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseCommand.class.getName(),
                "studio:prod"));
        words.addAll(List.of(options));
        var builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("POSTGRES_"));
        builder.environment().put("POSTGRES_URL", database.url());
        var process = builder.start();
        processes.add(process);
        return process;
    }
}
