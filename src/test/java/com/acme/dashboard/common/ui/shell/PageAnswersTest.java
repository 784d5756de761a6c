package com.acme.dashboard.common.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class PageAnswersTest {

    @LocalServerPort
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void an_unknown_page_answers_404_within_the_application() throws Exception {
        signIn();

        var answer = get("/dashboard/nothing-here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<div id=\"outlet\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard/invoices",
                "/dashboard/invoices?query=jane&unknown=1",
                "/dashboard/invoices/create",
                "/dashboard/invoices/not-an-id/edit"
            })
    void a_known_page_answers_200(String page) throws Exception {
        signIn();

        assertThat(get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void the_root_leads_to_the_dashboard() throws Exception {
        signIn();

        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/dashboard");
    }

    @Test
    void the_root_leads_to_sign_in_who_is_not_signed_in() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void an_unknown_page_leads_to_sign_in_who_is_not_signed_in() throws Exception {
        var answer = get("/dashboard/nothing-here");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/favicon.svg",
                "/manifest.webmanifest",
                "/robots.txt",
                "/icons/acme.svg",
                "/styles/app.css",
                "/scripts/shortcuts.js"
            })
    void what_pages_are_made_of_is_open_to_everyone(String file) throws Exception {
        assertThat(get(file).statusCode()).isEqualTo(200);
    }

    @Test
    void the_remembered_color_mode_is_in_the_first_byte_of_a_page() throws Exception {
        signIn();

        assertThat(get("/dashboard").body()).contains("color-scheme: light dark");
        assertThat(get("/dashboard", "color-mode=dark").body())
                .contains("color-scheme: dark")
                .doesNotContain("color-scheme: light");
        assertThat(get("/dashboard", "color-mode=purple").body()).contains("color-scheme: light dark");
    }

    private void signIn() throws IOException, InterruptedException {
        var form = HttpRequest.newBuilder(at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=user%40acme.test&password=123456"))
                .build();
        assertThat(browser.send(form, BodyHandlers.discarding()).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        var cookies = (CookieManager) browser.cookieHandler().orElseThrow();
        var parts = cookie.split("=", 2);
        var stored = new HttpCookie(parts[0], parts[1]);
        stored.setPath("/");
        stored.setVersion(0);
        cookies.getCookieStore().add(at("/"), stored);
        return get(path);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
