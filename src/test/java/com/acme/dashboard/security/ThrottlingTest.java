package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.IntegrationTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@IntegrationTest
class ThrottlingTest {

    private static final String OWNER = "user@acme.test";
    private static final String HOME = "198.51.100.1";

    private final AdjustableClock clock = new AdjustableClock();

    @Autowired
    private SignInLimits limits;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private Accounts accounts;

    private SignInThrottle throttle;

    @BeforeEach
    void makeThrottle() {
        throttle = new SignInThrottle(limits, devices, clock);
    }

    @Test
    void the_sixth_try_at_an_account_from_one_address_is_refused_for_a_quarter_of_an_hour() {
        fail(5, OWNER, HOME);

        assertRefused(OWNER, HOME, 900);
        clock.advance(Duration.ofSeconds(899));
        assertRefused(OWNER, HOME, 1);
        clock.advance(Duration.ofSeconds(1));
        assertTaken(OWNER, HOME);
    }

    @Test
    void a_refused_try_does_not_prolong_the_wait() {
        fail(5, OWNER, HOME);
        clock.advance(Duration.ofMinutes(10));

        assertRefused(OWNER, HOME, 300);
        assertRefused(OWNER, HOME, 300);
    }

    @Test
    void no_spelling_of_an_email_gets_tries_of_its_own() {
        fail(5, "User@Acme.test ", HOME);

        assertRefused(OWNER, HOME, 900);
    }

    @Test
    void unknown_accounts_are_counted_like_known_ones() {
        fail(5, "nobody@acme.test", HOME);

        assertRefused("nobody@acme.test", HOME, 900);
    }

    @Test
    void the_owner_signs_in_from_another_address() {
        fail(5, OWNER, "203.0.113.9");

        assertTaken(OWNER, HOME);
    }

    @Test
    void the_twenty_first_try_from_one_address_is_refused_whatever_the_account() {
        IntStream.range(0, 20).forEach(index -> fail(1, "account" + index + "@acme.test", HOME));

        assertRefused("another@acme.test", HOME, 900);
        assertTaken("another@acme.test", "198.51.100.2");
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one() {
        IntStream.range(0, 5).forEach(index -> fail(1, OWNER, "2001:db8:1:2::" + index));

        assertRefused(OWNER, "2001:db8:1:2:ffff::1", 900);
        assertRefused(OWNER, "[2001:db8:1:2::7]", 900);
        assertTaken(OWNER, "2001:db8:1:3::1");
    }

    @Test
    void the_hundred_and_first_try_at_an_account_is_refused_from_anywhere() {
        IntStream.range(0, 20).forEach(index -> fail(5, OWNER, "203.0.113." + index));

        assertRefused(OWNER, HOME, 900);
        assertTaken("admin@acme.test", HOME);
    }

    @Test
    void strangers_cannot_keep_the_owner_out_of_a_browser_that_signed_in_before() {
        var owner = accounts.find(OWNER).orElseThrow();
        var token = devices.tokenFor(owner).orElseThrow();
        fail(5, OWNER, HOME);
        IntStream.range(0, 19).forEach(index -> fail(5, OWNER, "203.0.113." + index));
        assertRefused(OWNER, "203.0.113.77", 900);

        throttle.begin(OWNER, origin(HOME, token)).succeeded();
        throttle.begin("USER@acme.test", origin("203.0.113.77", token)).succeeded();
    }

    @Test
    void a_known_browser_has_five_tries_too() {
        var token = devices.tokenFor(accounts.find(OWNER).orElseThrow()).orElseThrow();
        IntStream.range(0, 5).forEach(index -> throttle.begin(OWNER, origin("198.51.100." + index, token)));

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> throttle.begin(OWNER, origin("198.51.100.9", token)));
    }

    @Test
    void a_token_made_up_or_of_another_account_or_older_than_the_password_is_none() {
        var owner = accounts.find(OWNER).orElseThrow();
        var token = devices.tokenFor(owner).orElseThrow();
        var ofAdmin =
                devices.tokenFor(accounts.find("admin@acme.test").orElseThrow()).orElseThrow();

        assertThat(devices.recognise(OWNER, token)).isPresent();
        assertThat(devices.recognise(OWNER, ofAdmin)).isEmpty();
        assertThat(devices.recognise("nobody@acme.test", token)).isEmpty();
        assertThat(devices.recognise(OWNER, token + "x")).isEmpty();
        assertThat(devices.recognise(OWNER, "nonsense")).isEmpty();
        accounts.setPassword(owner, "a new password");
        assertThat(devices.recognise(OWNER, token)).isEmpty();
    }

    @Test
    void a_success_forgives_this_sources_failures_at_this_account_only() {
        fail(4, OWNER, HOME);
        throttle.begin(OWNER, origin(HOME, null)).succeeded();

        fail(5, OWNER, HOME);
        assertRefused(OWNER, HOME, 900);
        // 4 + 5 at the owner's and 11 more are the 20 of the address.
        IntStream.range(0, 11).forEach(index -> fail(1, "account" + index + "@acme.test", HOME));
        assertRefused("last@acme.test", HOME, 900);
    }

    private void fail(int times, String email, String address) {
        for (var index = 0; index < times; index++) {
            throttle.begin(email, origin(address, null));
        }
    }

    private void assertTaken(String email, String address) {
        assertThat(throttle.begin(email, origin(address, null))).isNotNull();
    }

    private void assertRefused(String email, String address, long seconds) {
        assertThatThrownBy(() -> throttle.begin(email, origin(address, null)))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(seconds));
    }

    private static SignInOrigin origin(String address, @Nullable String token) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (token != null) {
            request.setCookies(new Cookie(KnownDevices.COOKIE, token));
        }
        return SignInOrigin.of(request);
    }
}
