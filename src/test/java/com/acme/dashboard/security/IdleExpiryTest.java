package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.IntegrationTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A page that stays open while nobody does anything, as its browser and the server speak with each other. */
@IntegrationTest
class IdleExpiryTest {

    /** Minutes pass when a test says so. */
    @TestConfiguration(proxyBeanMethods = false)
    static class StandingClock {

        @Bean
        @Primary
        AdjustableClock standingClock() {
            return new AdjustableClock();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private AdjustableClock clock;

    @Autowired
    private SignedInSessions sessions;

    private Visitor browser;
    private VaadinPage page;

    @BeforeEach
    void sign_in_and_open_a_page() {
        browser = new Visitor(port, "198.51.100.30").signedInAs("user@acme.test", "123456");
        page = VaadinPage.open(browser, "dashboard/invoices");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_a_page_does_by_itself_keeps_nobody_signed_in() {
        for (var minute = 1; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            sessions.check();
            assertThat(page.heartbeat().statusCode()).isEqualTo(200);
            assertThat(page.poll()).contains("\"syncId\"");
            assertThat(browser.get("/dashboard").statusCode()).isEqualTo(200);
        }

        clock.advance(Duration.ofMinutes(1));

        assertThat(Visitor.target(browser.get("/dashboard/invoices"))).isEqualTo("/login");
        assertThat(page.heartbeat().statusCode()).isNotEqualTo(200);
        assertThat(activity().statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_a_pointer_or_a_touch_keeps_somebody_signed_in_for_another_half_hour() {
        clock.advance(Duration.ofMinutes(29));
        assertThat(activity().statusCode()).isEqualTo(204);

        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/dashboard").statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        assertThat(Visitor.target(browser.get("/dashboard"))).isEqualTo("/login");
    }

    @Test
    void a_warning_comes_two_minutes_before_and_goes_with_the_next_key() {
        clock.advance(Duration.ofMinutes(28).minusSeconds(1));
        sessions.check();
        assertThat(page.poll()).doesNotContain("idle-warning");

        clock.advance(Duration.ofSeconds(1));
        sessions.check();
        assertThat(page.poll()).contains("idle-warning");

        activity();
        assertThat(page.poll()).as("it is taken away").contains("\"type\":\"detach\"");
        clock.advance(Duration.ofMinutes(28));
        sessions.check();
        assertThat(page.poll()).as("it comes again").contains("idle-warning");
    }

    @Test
    void afterwards_sign_in_leads_back_to_the_same_page() {
        clock.advance(Duration.ofMinutes(30));
        assertThat(Visitor.target(browser.get("/dashboard/invoices?query=jane&status=paid")))
                .isEqualTo("/login");

        assertThat(Visitor.target(browser.signIn("user@acme.test", "123456")))
                .isEqualTo("/dashboard/invoices?query=jane&status=paid");
    }

    private HttpResponse<String> activity() {
        return browser.post("/session/activity", Map.of("ago", "0"));
    }
}
