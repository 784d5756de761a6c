package com.acme.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.security.ui.LoginPage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

@IntegrationTest
class SignInTest {

    private static final String USER = "user@acme.test";
    private static final String PASSWORD = "123456";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LoginPage loginPage;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(port, "198.51.100.1");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void the_page_is_made_for_people_password_managers_and_assistive_tools() {
        var page = Jsoup.parse(visitor.get("/login").body());

        assertThat(page.title()).isEqualTo("Sign in · Acme Dashboard");
        assertThat(page.select("h1").eachText()).containsExactly("Sign in");
        assertThat(page.select("main, nav")).hasSize(2);
        var form = page.expectForm("[data-testid=login-form]");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("label").eachText()).containsExactly("Email", "Password");
        assertThat(form.select("label[for=username] + input#username[autocomplete=username]"))
                .hasSize(1);
        assertThat(form.select("label[for=password] + input#password[autocomplete=current-password]"))
                .hasSize(1);
        assertThat(form.select("button").eachText()).containsExactly("Log in");
        assertThat(page.select("[role=alert]")).isEmpty();
        assertThat(page.body().text()).contains("user@acme.test / 123456", "admin@acme.test / admin123");
    }

    @Test
    void the_right_password_leads_to_the_dashboard() {
        assertThat(Visitor.target(visitor.signIn(USER, PASSWORD))).isEqualTo("/dashboard");
        assertThat(visitor.get("/dashboard").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/invoices?query=jane%20d%C3%B6e&status=paid&sort=date,desc",
                "/dashboard/customers",
                "/dashboard/nowhere?a=b"
            })
    void the_page_first_asked_for_comes_after_sign_in_with_its_parameters(String page) {
        assertThat(Visitor.target(visitor.get(page))).isEqualTo("/login");
        assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
        assertThat(Visitor.target(visitor.signIn(USER, PASSWORD))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/apple-touch-icon.png",
                "/apple-touch-icon-120x120-precomposed.png",
                "/browserconfig.xml",
                "/manifest.json"
            })
    void what_browsers_ask_for_by_themselves_is_not_the_page_asked_for(String file) {
        visitor.get("/dashboard/invoices?status=paid");

        assertThat(Visitor.target(visitor.get(file))).isEqualTo("/login");
        assertThat(Visitor.target(visitor.signIn(USER, PASSWORD))).isEqualTo("/dashboard/invoices?status=paid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saved-url", "continue", "redirect"})
    void no_parameter_leads_to_another_site(String parameter) {
        var answer = visitor.post(
                "/login?" + parameter + "=https://evil.example",
                Map.of("username", USER, "password", PASSWORD, parameter, "https://evil.example"));

        assertThat(Visitor.target(answer)).isEqualTo("/dashboard");
    }

    /** A neighbouring site can set it for all sites of a domain. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/dashboard/todos?filter=active",
                "https://evil.example",
                "//evil.example/",
                "/\\evil.example/"
            })
    void no_cookie_leads_to_another_site(String address) {
        var answer = signInWithCookie(address);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("http://localhost:" + port + "/");
    }

    @Test
    void the_cookie_leads_to_a_page_of_this_one() {
        assertThat(Visitor.target(signInWithCookie("/dashboard/todos?filter=active")))
                .isEqualTo("/dashboard/todos?filter=active");
    }

    private HttpResponse<String> signInWithCookie(String address) {
        visitor.setCookie("REDIRECT_URI", Base64.getEncoder().encodeToString(address.getBytes(UTF_8)));
        return visitor.signIn(USER, PASSWORD);
    }

    @Test
    void who_is_signed_in_has_no_business_on_the_sign_in_page() {
        visitor.signedInAs(USER, PASSWORD);

        assertThat(Visitor.target(visitor.get("/login"))).isEqualTo("/dashboard");
        assertThat(Visitor.target(visitor.get("/"))).isEqualTo("/dashboard");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer_with_the_email_kept() {
        for (var email : new String[] {USER, "nobody@acme.test"}) {
            var answer = visitor.signIn(email, "wrong");
            var page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(page.select("[role=alert]").eachText()).containsExactly("Incorrect email or password.");
            assertThat(page.select("#username").val()).isEqualTo(email);
            assertThat(page.select("#password").val()).isEmpty();
        }
    }

    @Test
    void what_is_typed_is_shown_as_text_only() {
        var answer = visitor.signIn("\"><script>alert(1)</script>", "wrong");

        assertThat(Jsoup.parse(answer.body()).select("script")).isEmpty();
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void an_email_longer_than_any_is_not_sent_back_whole() {
        assertThat(Jsoup.parse(visitor.signIn("x".repeat(10_000), "wrong").body())
                        .select("#username")
                        .val())
                .isEqualTo("x".repeat(320));
        assertThat(visitor.signIn("\u00e4".repeat(3_000), "wrong").body()).hasSizeLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "'; drop table users; --", "user\0@acme.test"})
    void odd_input_is_just_wrong(String email) {
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(visitor.signIn(USER, "").statusCode()).isEqualTo(401);
    }

    @Test
    void after_five_failures_a_try_is_refused_with_the_seconds_to_wait_in_words() {
        visitor.movesTo("198.51.100.50");
        for (var failure = 0; failure < 5; failure++) {
            assertThat(visitor.signIn(USER, "wrong").statusCode()).isEqualTo(401);
        }

        var answer = visitor.signIn(USER, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text())
                .matches("Too many failed attempts. Wait \\d+ seconds, then try again.");
        visitor.movesTo("198.51.100.51").signedInAs(USER, PASSWORD);
        visitor.movesTo("198.51.100.50").signedInAs(USER, PASSWORD);
    }

    @Test
    void a_try_that_waited_for_others_in_vain_is_told_of_them_and_of_no_failures() throws IOException {
        var request = new MockHttpServletRequest("POST", "/login");
        request.setParameter("username", USER);
        var answer = new MockHttpServletResponse();

        loginPage.onAuthenticationFailure(request, answer, new TooManyAtOnce(Duration.ofSeconds(10)));

        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(page.select("[role=alert]").text())
                .isEqualTo("Other attempts are still being checked. Wait 10 seconds, then try again.");
        assertThat(page.select("#username").val()).isEqualTo(USER);
    }

    @Test
    void a_browser_that_signed_in_before_gets_in_while_strangers_try_from_the_same_address() {
        visitor.movesTo("198.51.100.60").signedInAs(USER, PASSWORD);
        try (var stranger = new Visitor(port, "198.51.100.60")) {
            for (var failure = 0; failure < 5; failure++) {
                stranger.signIn(USER, "wrong");
            }
            assertThat(stranger.signIn(USER, PASSWORD).statusCode()).isEqualTo(429);
        }

        visitor.signedInAs(USER, PASSWORD);
    }

    @ExpectedLog(UsernamePasswordAuthenticationFilter.class)
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void while_the_database_is_away_the_page_says_so_with_the_email_kept(boolean fromKnownDevice) {
        if (fromKnownDevice) {
            visitor.signedInAs(USER, PASSWORD);
        }
        jdbc.sql("alter table users rename to users_away").update();
        HttpResponse<String> answer;
        try {
            answer = visitor.signIn(USER, PASSWORD);
        } finally {
            jdbc.sql("alter table users_away rename to users").update();
        }

        var page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(page.select("[role=alert]").text()).startsWith("Signing in is not possible at the moment.");
        assertThat(page.select("#username").val()).isEqualTo(USER);
    }

    @Test
    void the_email_is_matched_without_regard_to_case_and_spaces_around_it() {
        visitor.signedInAs(" User@ACME.test ", PASSWORD);
    }

    @Test
    void of_two_accounts_that_differ_in_case_only_the_exact_one_is_meant() {
        insert("USER@acme.test", new BCryptPasswordEncoder(4).encode("other-password"));

        visitor.signedInAs("USER@acme.test", "other-password");
        visitor.signedInAs(USER, PASSWORD);
        assertThat(visitor.signIn("User@acme.test", PASSWORD).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2A", "$2B", "$2Y"})
    void a_cheaper_hash_of_any_version_signs_in_and_is_replaced_by_one_of_cost_12(String version) {
        insert("old@acme.test", new BCryptPasswordEncoder(BCryptVersion.valueOf(version), 4).encode("old-password"));

        visitor.signedInAs("old@acme.test", "old-password");

        assertThat(hashOf("old@acme.test")).matches("\\$2[aby]\\$12\\$.{53}");
        visitor.signedInAs("old@acme.test", "old-password");
    }

    @Test
    void an_old_password_over_72_bytes_still_signs_in_and_its_hash_stays() {
        var hash = new BCryptPasswordEncoder(4).encode("x".repeat(72));
        insert("long@acme.test", hash);

        visitor.signedInAs("long@acme.test", "x".repeat(80));

        assertThat(hashOf("long@acme.test")).isEqualTo(hash);
    }

    @Test
    void signing_in_gives_a_new_session_and_the_old_one_is_worth_nothing() {
        visitor.get("/dashboard");
        visitor.signedInAs(USER, PASSWORD);
        var first = visitor.cookie("JSESSIONID").orElseThrow();
        visitor.signedInAs(USER, PASSWORD);

        assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(first);
        try (var thief = new Visitor(port, "198.51.100.2")) {
            var answer = thief.send(thief.request("/dashboard").header("Cookie", "JSESSIONID=" + first));
            assertThat(Visitor.target(answer)).isEqualTo("/login");
        }
    }

    @Test
    void strangers_get_no_session() {
        visitor.get("/dashboard/invoices?query=a");
        visitor.get("/login");
        visitor.signIn(USER, "wrong");

        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN/x",
                "/VAADIN/dynamic/resource/1/a/b",
                "/themes/x",
                "/assets/x",
                "/webjars/x",
                "/favicon.ico",
                "/scripts/x.js",
                "/images/x.png"
            })
    void nor_do_they_for_what_does_not_exist(String file) {
        var answer = visitor.get(file);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Not found");
        assertThat(Visitor.setCookies(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/?v-r=webcomponent-resync, 403",
        "/?v-r=push&v-uiId=0, 200",
        "/VAADIN/push?v-r=webcomponent-resync, 403",
        "/VAADIN/push?v-r=push&v-uiId=0, 200"
    })
    void nor_do_they_for_what_only_a_page_asks(String address, int status) {
        var answer = visitor.get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Visitor.setCookies(answer)).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void a_page_that_goes_after_its_session_has_ended_begins_no_other_one() {
        var answer = visitor.send(visitor.request(
                        "/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=close&X-Atmosphere-tracking-id=1")
                .header("Cookie", "JSESSIONID=8F14E45FCEEA167A5A36DEDD4BEA2543")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Visitor.setCookies(answer)).isEmpty();
    }

    @Test
    void another_site_cannot_sign_anybody_in() {
        var answer = visitor.send(visitor.request("/login")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + USER + "&password=" + PASSWORD)));

        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotEndWith("/dashboard");
    }

    private void insert(String email, String hash) {
        jdbc.sql("insert into users (name, email, password) values ('Somebody', :email, :hash)")
                .param("email", email)
                .param("hash", hash)
                .update();
    }

    private String hashOf(String email) {
        return jdbc.sql("select password from users where email = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }
}
