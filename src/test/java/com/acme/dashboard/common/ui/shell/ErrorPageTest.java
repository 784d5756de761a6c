package com.acme.dashboard.common.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.export.BrokenDownload;
import com.acme.dashboard.security.Visitor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(port, "198.51.100.22");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webjars/x", "/VAADIN/x"})
    void a_file_that_does_not_exist_is_not_found_and_there_is_a_way_back(String file) {
        visitor.signedInAs("user@acme.test", "123456");

        var answer = visitor.get(file);

        assertPage(answer, 404, "Not found");
        assertThat(Jsoup.parse(answer.body()).select("[data-testid=not-found]").text())
                .contains("There is nothing at " + file + ".");
    }

    @Test
    void it_is_in_the_language_of_who_reads_it() {
        visitor.signedInAs("user@acme.test", "123456");

        var answer = visitor.send(visitor.request("/webjars/x").header("Accept-Language", "de"));

        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Nicht gefunden");
    }

    @Test
    void what_another_site_sends_is_refused_in_words() {
        var answer = visitor.send(
                visitor.request("/login").header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()));

        assertPage(answer, 403, "Request refused");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /login, 405", "POST, /session/activity?ago=a%0Ab, 400", "POST, /actuator/health, 405"})
    void a_request_that_nobody_should_make_leaves_no_line_in_the_log(
            String method, String address, int status, CapturedOutput output) {
        var answer = visitor.send(visitor.request(address).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(output).doesNotContain("WARN", "ERROR");
    }

    @ParameterizedTest
    @CsvSource({"/login, 3000000", "/dashboard, 3000000"})
    void a_form_larger_than_any_is_refused_without_a_word_about_the_server(
            String address, int length, CapturedOutput output) throws IOException {
        var answer = answerToForm(address, length);

        assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("Tomcat", "\tat ");
        assertThat(answer).contains("<title>Request refused · Acme Dashboard</title>");
        assertThat(output).doesNotContain("ERROR", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void a_file_that_fails_before_any_of_it_was_sent_is_no_file(int bytes) {
        var server = serverOf(answer -> {
            answer.setContentType("text/csv");
            answer.setHeader("Content-Disposition", "attachment; filename=\"invoices.csv\"");
            answer.setContentLength(1_000);
            answer.getOutputStream().write(new byte[bytes]);
            throw new BrokenDownload("The file failed");
        });
        server.start();
        try (var browser = new Visitor(server.getPort(), "198.51.100.22")) {
            var answer = browser.get("/file");

            assertPage(answer, 400, "Bad request");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        } finally {
            server.destroy();
        }
    }

    /** With one address that is answered like this. */
    private WebServer serverOf(Download download) {
        var server = new TomcatServletWebServerFactory();
        beans.initializeBean(server, "another server with the settings of the application's");
        return server.getWebServer(context -> context.addServlet("download", new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
                        download.write(answer);
                    }
                })
                .addMapping("/file"));
    }

    private interface Download {
        void write(HttpServletResponse answer) throws IOException;
    }

    private static void assertPage(HttpResponse<String> answer, int status, String heading) {
        var page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(page.title()).isEqualTo(heading + " · Acme Dashboard");
        assertThat(page.select("h1").eachText()).containsExactly(heading);
        assertThat(page.select("main a[href=dashboard]").eachText()).containsExactly("Go to the dashboard");
    }

    /** Of which the server only hears how long it is. */
    private String answerToForm(String address, int length) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("""
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/x-www-form-urlencoded\r
                            Content-Length: %d\r
                            Connection: close\r
                            \r
                            """.formatted(address, length).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
