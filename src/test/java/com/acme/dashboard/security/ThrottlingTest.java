package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.IntegrationTest;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The whole sign-in by password, with accounts and the browsers that they have signed in from before. */
@IntegrationTest
class ThrottlingTest {

    private static final String OWNER = "owner@acme.test";
    private static final String RIGHT = "right password";
    private static final String HOME = "198.51.100.1";

    @Autowired
    private SignInLimits limits;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountDetailsService details;

    @Autowired
    private DataSource dataSource;

    private final FiveTogether passwords = new FiveTogether();
    private PasswordSignIn signIn;
    private Account owner;

    @BeforeEach
    void an_account_and_a_throttle_that_has_counted_nothing() {
        var quick = new BcryptPasswords(4);
        owner = Accounts.in(dataSource, quick).create(OWNER, "Owner", RIGHT, Role.USER);
        signIn = new PasswordSignIn(details, quick, new SignInThrottle(limits, new AdjustableClock()), devices);
    }

    @Test
    void known_and_unknown_accounts_are_refused_alike() {
        for (var email : new String[] {OWNER, "nobody@acme.test"}) {
            fail(5, email, HOME, null);

            assertRefused(email, HOME, null);
        }
    }

    @Test
    void a_right_password_is_no_failure_and_forgives_those_before() {
        for (var round = 0; round < 3; round++) {
            fail(4, OWNER, HOME, null);
            assertThat(signIn(OWNER, RIGHT, HOME, null).isAuthenticated()).isTrue();
        }
    }

    @Test
    void strangers_cannot_keep_the_owner_out_of_a_browser_that_signed_in_before() {
        var token = devices.tokenFor(owner).orElseThrow();
        fail(5, OWNER, HOME, null);
        assertRefused(OWNER, HOME, null);

        assertThat(signIn(OWNER, RIGHT, HOME, token).isAuthenticated()).isTrue();
        assertThat(signIn("OWNER@acme.test", RIGHT, "203.0.113.77", token).isAuthenticated())
                .isTrue();
    }

    @Test
    void a_known_browser_has_five_tries_too_wherever_it_is() {
        var token = devices.tokenFor(owner).orElseThrow();
        IntStream.range(0, 5).forEach(index -> fail(1, OWNER, "198.51.100." + index, token));

        assertRefused(OWNER, "198.51.100.9", token);
    }

    @Test
    void as_many_as_come_at_the_same_moment_with_the_right_password_sign_in() throws Exception {
        for (var answer : atTheSameMoment(12, RIGHT)) {
            assertThat(answer.get().isAuthenticated()).isTrue();
        }
    }

    @Test
    void as_many_as_come_at_the_same_moment_with_wrong_passwords_have_five_tries_together() throws Exception {
        var answers = atTheSameMoment(12, "wrong password");

        assertThat(answers).extracting(Future::exceptionNow).satisfies(refused -> {
            assertThat(refused).hasOnlyElementsOfTypes(BadCredentialsException.class, TooManyAttempts.class);
            assertThat(refused)
                    .filteredOn(TooManyAttempts.class::isInstance)
                    .hasSize(7)
                    .allSatisfy(each ->
                            assertThat(((TooManyAttempts) each).seconds()).isEqualTo(900));
        });
        assertThat(passwords.comparisons()).isEqualTo(5);
    }

    @Test
    void a_comparison_that_ends_in_an_error_is_a_failure_and_not_under_way_for_ever() {
        var throttle = new SignInThrottle(limits, new AdjustableClock());
        signIn = new PasswordSignIn(details, new BrokenPasswords(), throttle, devices);
        for (var index = 0; index < 5; index++) {
            assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> signIn(OWNER, RIGHT, HOME, null));
        }

        assertRefused(OWNER, HOME, null);
    }

    @Test
    void a_token_made_up_or_of_another_account_or_older_than_the_password_is_none() {
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

    /** From one address; the first five are compared at the same time. */
    private List<Future<Authentication>> atTheSameMoment(int times, String password) throws InterruptedException {
        var throttle = new SignInThrottle(limits, new AdjustableClock());
        signIn = new PasswordSignIn(details, new BcryptPasswords(4, passwords), throttle, devices);
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(Collections.nCopies(times, () -> signIn(OWNER, password, HOME, null)));
        }
    }

    private void fail(int times, String email, String address, @Nullable String token) {
        for (var index = 0; index < times; index++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(email, "wrong password", address, token));
        }
    }

    private void assertRefused(String email, String address, @Nullable String token) {
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> signIn(email, RIGHT, address, token))
                .satisfies(refused -> assertThat(refused.seconds()).isEqualTo(900));
    }

    private Authentication signIn(String email, String password, String address, @Nullable String token) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (token != null) {
            request.setCookies(new Cookie(KnownDevices.COOKIE, token));
        }
        var credentials = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        credentials.setDetails(SignInOrigin.of(request));
        return Objects.requireNonNull(signIn.authenticate(credentials));
    }

    /** Bcrypt at a cost of 4, of which the first five comparisons wait for each other. */
    private static final class FiveTogether implements PasswordEncoder {

        private final PasswordEncoder real = new BCryptPasswordEncoder(4);
        private final CountDownLatch together = new CountDownLatch(5);
        private final AtomicInteger comparisons = new AtomicInteger();

        int comparisons() {
            return comparisons.get();
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            comparisons.incrementAndGet();
            together.countDown();
            try {
                assertThat(together.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return real.matches(password, hash);
        }
    }
}
