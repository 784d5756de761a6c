package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@IntegrationTest
class HeadersTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(port, "198.51.100.20");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void the_sign_in_page_has_them_all() {
        assertHeaders(visitor.get("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard/invoices"})
    void a_page_behind_sign_in_has_them_all(String page) {
        visitor.signedInAs("user@acme.test", "123456");

        assertHeaders(visitor.get(page));
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "connect-src 'self';",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void browsers_are_kept_on_https_once_they_came_that_way() {
        for (var page : new String[] {"/login", "/dashboard"}) {
            var answer = visitor.send(visitor.request(page).header("X-Forwarded-Proto", "https"));
            assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    @Test
    void static_files_may_be_cached() {
        assertThat(header(visitor.get("/styles/app.css"), "Cache-Control")).doesNotContain("no-store");
    }

    @Test
    void a_cold_sign_in_page_weighs_less_than_206_kilobytes() {
        var page = Jsoup.parse(visitor.get("/login").body());
        var files = page.select("link[href], script[src], img[src]").stream()
                .map(element -> "/" + element.attr("href") + element.attr("src"));

        var bytes = Stream.concat(files, Stream.of("/login", "/aura/fonts/InstrumentSans/InstrumentSans.woff2"))
                .mapToInt(file -> visitor.getBytes(file).length)
                .sum();

        assertThat(bytes).isLessThan(206_000);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var cookie = Visitor.setCookies(visitor.signIn("user@acme.test", "123456")).stream()
                .filter(set -> set.startsWith("JSESSIONID="))
                .toList();

        assertThat(cookie).hasSize(1);
        assertThat(cookie.getFirst()).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void in_production_the_session_cookie_is_sent_over_https_only() throws IOException {
        var production = new YamlPropertySourceLoader()
                .load("prod", new ClassPathResource("application-prod.yaml"))
                .getFirst();

        assertThat(production.getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/a%2fb", "/a%5cb", "/a;b=c", "/dashboard//invoices", "/%2e%2e/x", "/%zz"})
    void an_address_that_the_server_must_refuse_gets_a_plain_page_of_ours(String address) throws IOException {
        var answer = rawGet(address);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer)
                .contains("<title>Bad request · Acme Dashboard</title>")
                .doesNotContain("Tomcat", "\tat ");
    }

    /** HTTP clients would refuse to send such addresses. */
    private String rawGet(String address) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(address)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
