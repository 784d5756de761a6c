package com.acme.dashboard.studio.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./db studio} in a process of its own, for an empty database. */
class StandaloneStudioTest {

    private static final String WEB_SOCKET =
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @TempDir
    Path directory;

    private final OwnDatabase database = new OwnDatabase();
    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void lets_in_who_brings_the_address_once_and_nobody_from_elsewhere_until_it_ends() throws Exception {
        try (var studio = start()) {
            var address = studio.address();

            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(addressesOfOthers())
                    .isNotEmpty()
                    .allSatisfy(other -> assertThatThrownBy(() -> {
                                try (var socket = new Socket()) {
                                    socket.connect(new InetSocketAddress(other, address.getPort()), 5_000);
                                }
                            })
                            .as(other.toString())
                            .isInstanceOf(ConnectException.class));
            assertThat(raw(address, "evil.example:" + address.getPort(), "")).contains(" 421 ");
            assertThat(get(address, "Origin", "http://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(get(address.resolve("/dashboard/studio"), "Accept", "*/*")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(address.resolve("/webjars/x"), "Accept", "*/*")).satisfies(missing -> {
                assertThat(missing.statusCode()).isEqualTo(404);
                assertThat(missing.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(missing.body()).contains("<h1>Not found</h1>").doesNotContain("Tomcat");
            });
            var posted = HttpRequest.newBuilder(address.resolve("/x")).POST(HttpRequest.BodyPublishers.noBody());
            assertThat(browser.send(posted.build(), HttpResponse.BodyHandlers.ofString()))
                    .satisfies(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(403);
                        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
                    });

            var entered = get(address, "Accept", "*/*");
            assertThat(entered.statusCode()).isEqualTo(302);
            assertThat(entered.headers().firstValue("Location"))
                    .hasValueSatisfying(next -> assertThat(next).endsWith("/dashboard/studio"));
            var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
            var session = cookie.split(";", 2)[0];

            assertThat(get(address.resolve("/dashboard/studio"), "Cookie", session)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(address, "Accept", "*/*")).satisfies(again -> {
                assertThat(again.statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
                assertThat(again.body()).contains("only once");
            });
            opens_web_sockets_only_for_its_own_pages(address, session);
            ends_with_ctrl_c_and_leaves_nothing_behind(studio, address);
        }
    }

    private static void opens_web_sockets_only_for_its_own_pages(URI address, String session) throws IOException {
        var own = address.getAuthority();
        var handshake = WEB_SOCKET + "Cookie: " + session + "\r\nOrigin: http://";

        assertThat(raw(address, "evil.example:" + address.getPort(), handshake + own))
                .contains(" 421 ");
        assertThat(raw(address, own, handshake + "evil.example")).contains(" 403 ");
        assertThat(raw(address, own, handshake + own)).contains(" 101 ");
    }

    private void ends_with_ctrl_c_and_leaves_nothing_behind(StudioProcess studio, URI address) throws Exception {
        studio.interrupt();

        assertThat(studio.status()).isEqualTo(130);
        assertThatThrownBy(() -> get(address, "Accept", "*/*")).isInstanceOf(ConnectException.class);
        assertThat(left()).isEmpty();
        assertThat(database.value("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()"))
                .isEqualTo("0");
        assertThat(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void ctrl_c_while_it_starts_ends_it_without_a_word_of_what_that_breaks() throws Exception {
        var loaded = directory.resolve("loaded");
        var variables = Map.of("POSTGRES_URL", database.url(), "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
        try (var studio = StudioProcess.start(directory, variables)) {
            await().until(() -> Files.exists(loaded)
                    && Files.readString(loaded).contains("org.apache.catalina.core.StandardContext "));
            studio.interrupt();
            assertThat(studio.errors())
                    .allMatch(line ->
                            line.matches("(Picked up JAVA_TOOL_OPTIONS: |Environment \\w+, |The address lets one ).*"));
            assertThat(studio.status()).isEqualTo(130);
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var studio = start("--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(studio.errors())
                    .hasSize(2)
                    .last()
                    .isEqualTo("Port %d cannot be used: name another one with --port, or none."
                            .formatted(taken.getLocalPort()));
            assertThat(studio.status()).isEqualTo(1);
        }
    }

    @Test
    void a_time_zone_that_is_none_is_told_in_one_line() throws Exception {
        var variables = Map.of("POSTGRES_URL", database.url(), "ACME_TIME_ZONE", "Mars/Base");
        try (var studio = StudioProcess.start(directory, variables)) {
            assertThat(studio.errors())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("ACME_TIME_ZONE is \"Mars/Base\", which is no time zone");
            assertThat(studio.status()).isEqualTo(1);
        }
    }

    @Test
    void no_database_is_told_in_one_line() throws Exception {
        try (var studio = StudioProcess.start(directory, Map.of())) {
            assertThat(studio.errors()).singleElement().asString().contains("POSTGRES_URL");
            assertThat(studio.status()).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_line() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var url = "postgres://ada:pw@127.0.0.1:%d/acme?sslmode=disable".formatted(port);
        try (var studio = StudioProcess.start(directory, Map.of("POSTGRES_URL", url))) {
            assertThat(studio.errors()).singleElement().asString().contains("127.0.0.1:" + port);
            assertThat(studio.status()).isEqualTo(1);
        }
    }

    /** What is left in the directory, but the token that Vaadin's development mode keeps there for each checkout. */
    private List<Path> left() throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.filter(path -> !path.getFileName().toString().matches("[0-9a-f-]{36}"))
                    .toList();
        }
    }

    /** Every address of this machine but the one. */
    private static List<InetAddress> addressesOfOthers() throws IOException {
        var all = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        return Stream.concat(all, Stream.of(InetAddress.getByName("127.0.0.2")))
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }

    private HttpResponse<String> get(URI address, String header, String value) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address).header(header, value).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The status line for headers that the JDK's own client does not let a caller send. */
    private static String raw(URI address, String host, String headers) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var connection = headers.isEmpty() ? "Connection: close\r\n" : headers + "\r\n";
            socket.getOutputStream()
                    .write("GET /VAADIN/push?v-r=push&v-uiId=0 HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                            .formatted(host, connection)
                            .getBytes(UTF_8));
            var status = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\n';
                    next = socket.getInputStream().read()) {
                status.append((char) next);
            }
            return status.toString();
        }
    }

    private StudioProcess start(String... options) {
        return StudioProcess.start(directory, Map.of("POSTGRES_URL", database.url()), options);
    }
}
