package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.security.SignInThrottle.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInThrottleTest {

    private static final String OWNER = "user@acme.test";
    private static final String HOME = "198.51.100.1";
    private static final String LAPTOP = "a laptop";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AdjustableClock clock = new AdjustableClock();
    private final SignInThrottle throttle =
            new SignInThrottle(new SignInLimits(5, 20, 100, Duration.ofMinutes(15), 1000, PATIENCE, 3), clock);

    @Test
    void the_sixth_try_at_an_account_from_one_address_is_refused_for_a_quarter_of_an_hour() {
        fail(5, OWNER, HOME);

        assertRefused(OWNER, HOME, 900);
        clock.advance(Duration.ofSeconds(899));
        assertRefused(OWNER, HOME, 1);
        clock.advance(Duration.ofSeconds(1));
        assertTaken(OWNER, HOME);
    }

    @ParameterizedTest
    @CsvSource({"898999, 2", "899000, 1", "899001, 1", "899999, 1"})
    void a_wait_is_told_in_whole_seconds_and_is_over_then(long millisLater, long seconds) {
        fail(5, OWNER, HOME);
        clock.advance(Duration.ofMillis(millisLater));

        assertRefused(OWNER, HOME, seconds);
    }

    @Test
    void no_wait_is_told_as_less_than_a_second() {
        assertThat(new TooManyAttempts(Duration.ZERO).seconds()).isEqualTo(1);
    }

    @Test
    void a_refused_try_does_not_prolong_the_wait_and_counts_nowhere_else() {
        fail(5, OWNER, HOME);
        clock.advance(Duration.ofMinutes(10));

        IntStream.range(0, 100).forEach(index -> assertRefused(OWNER, HOME, 300));
        // Five of the twenty of the address are the owner's, and none of the hundred that were refused.
        IntStream.range(0, 15).forEach(index -> fail(1, "account" + index + "@acme.test", HOME));
        assertRefused("another@acme.test", HOME, 300);
        assertTaken(OWNER, "198.51.100.2");
    }

    @Test
    void the_longest_of_several_waits_is_told() {
        fail(5, OWNER, HOME);
        clock.advance(Duration.ofMinutes(5));
        IntStream.range(0, 19).forEach(index -> fail(5, OWNER, "203.0.113." + index));
        clock.advance(Duration.ofMinutes(5));
        fail(5, "first@acme.test", "192.0.2.1");
        fail(5, "second@acme.test", "192.0.2.1");
        fail(5, "third@acme.test", "192.0.2.1");
        fail(5, "fourth@acme.test", "192.0.2.1");

        assertRefused(OWNER, "192.0.2.1", 900);
    }

    @ParameterizedTest
    @CsvSource({
        "user@acme.test, 'User@Acme.test '",
        "user@acme.test, '  user@acme.test'",
        "user@acme.test, USER@ACME.TEST",
        "user@acme.test, uſer@acme.test",
        "admin@acme.test, adm\u0130n@acme.test",
        "admin@acme.test, admi\u0307n@acme.test",
        "stra\u00dfe@acme.test, stra\u1e9ee@acme.test",
        "\u03c3\u03bf\u03c6\u03cc\u03c2@acme.test, \u03a3\u039f\u03a6\u038c\u03a3@acme.test",
    })
    void no_spelling_of_an_email_gets_tries_of_its_own(String email, String spelling) {
        fail(5, spelling, HOME);

        assertRefused(email, HOME, 900);
    }

    @Test
    void emails_longer_than_any_real_one_are_told_apart_by_their_beginnings() {
        var longest = "x".repeat(320);
        fail(5, longest + "1", HOME);

        assertRefused(longest + "2", HOME, 900);
        assertTaken("x".repeat(319), HOME);
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
    void the_hundred_and_first_try_at_an_account_is_refused_from_anywhere() {
        IntStream.range(0, 20).forEach(index -> fail(5, OWNER, "203.0.113." + index));

        assertRefused(OWNER, HOME, 900);
        assertTaken("admin@acme.test", HOME);
    }

    @Test
    void strangers_cannot_keep_the_owner_out_of_a_browser_that_signed_in_before() {
        fail(5, OWNER, HOME);
        IntStream.range(0, 19).forEach(index -> fail(5, OWNER, "203.0.113." + index));
        assertRefused(OWNER, "203.0.113.77", 900);

        throttle.beginFromKnown(LAPTOP, OWNER).succeeded();
        throttle.beginFromKnown(LAPTOP, "USER@acme.test").succeeded();
    }

    @Test
    void a_known_browser_has_five_tries_too_and_is_forgiven_for_a_success() {
        IntStream.range(0, 4)
                .forEach(index -> throttle.beginFromKnown(LAPTOP, OWNER).failed());
        throttle.beginFromKnown(LAPTOP, OWNER).succeeded();
        IntStream.range(0, 5)
                .forEach(index -> throttle.beginFromKnown(LAPTOP, OWNER).failed());

        assertRefused(() -> throttle.beginFromKnown(LAPTOP, OWNER), 900);
        assertThatNoException().isThrownBy(() -> throttle.beginFromKnown("another laptop", OWNER));
        assertTaken(OWNER, HOME);
    }

    @Test
    void who_is_signed_in_has_five_tries_to_tell_the_password_again() {
        var account = new Account(UUID.randomUUID(), "Owner", OWNER, Role.USER);
        IntStream.range(0, 4).forEach(index -> throttle.beginSignedIn(account).failed());
        throttle.beginSignedIn(account).succeeded();
        IntStream.range(0, 5).forEach(index -> throttle.beginSignedIn(account).failed());

        assertRefused(() -> throttle.beginSignedIn(account), 900);
        assertThatNoException().isThrownBy(() -> throttle.beginFromKnown(LAPTOP, OWNER));
        assertTaken(OWNER, HOME);
    }

    @Test
    void a_success_forgives_this_sources_failures_at_this_account_only() {
        fail(4, OWNER, HOME);
        throttle.begin(OWNER, HOME).succeeded();

        fail(5, OWNER, HOME);
        assertRefused(OWNER, HOME, 900);
        // 4 + 5 at the owner's and 11 more are the 20 of the address.
        IntStream.range(0, 11).forEach(index -> fail(1, "account" + index + "@acme.test", HOME));
        assertRefused("last@acme.test", HOME, 900);
    }

    @Test
    void a_try_of_which_the_password_was_never_compared_is_none() {
        IntStream.range(0, 200).forEach(index -> throttle.begin(OWNER, HOME).withdraw());

        fail(4, OWNER, HOME);
        assertTaken(OWNER, HOME);
        assertRefused(OWNER, HOME, 900);
    }

    @Test
    void who_comes_while_all_others_of_an_address_are_compared_waits_and_is_taken() throws Exception {
        var underWay = IntStream.range(0, 20)
                .mapToObj(index -> throttle.begin("account" + index + "@acme.test", HOME))
                .toList();
        var next = new FutureTask<>(() -> throttle.begin(OWNER, HOME));
        begin(next);

        underWay.getFirst().succeeded();

        next.get(10, TimeUnit.SECONDS).succeeded();
    }

    @Test
    void who_waits_is_refused_when_the_others_turn_out_to_be_failures() {
        var underWay = IntStream.range(0, 5)
                .mapToObj(index -> throttle.begin(OWNER, HOME))
                .toList();
        var next = new FutureTask<>(() -> throttle.begin(OWNER, HOME));
        begin(next);

        underWay.forEach(Attempt::failed);

        assertThatThrownBy(() -> next.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(900));
    }

    @Test
    void only_so_many_wait_and_none_for_whom_it_is_certain() {
        fail(5, "failed@acme.test", "192.0.2.1");
        var underWay = IntStream.range(0, 5)
                .mapToObj(index -> throttle.begin(OWNER, HOME))
                .toList();
        var waiting = IntStream.range(0, 3)
                .mapToObj(index -> new FutureTask<>(() -> throttle.begin(OWNER, HOME)))
                .toList();
        waiting.forEach(SignInThrottleTest::begin);

        assertBusy(throttle, 60);
        assertRefused("failed@acme.test", "192.0.2.1", 900);
        assertTaken("another@acme.test", HOME);
        assertThat(waiting).noneMatch(FutureTask::isDone);
        underWay.forEach(Attempt::succeeded);
        assertThat(waiting).allSatisfy(attempt -> attempt.get(10, TimeUnit.SECONDS));
    }

    @Test
    void one_address_leaves_places_to_wait_to_others() {
        var limits = new SignInLimits(1, 2, 100, Duration.ofMinutes(15), 1000, PATIENCE, 3);
        var shared = new SignInThrottle(limits, clock);
        var there = "203.0.113.9";
        var underWay = List.of(shared.begin(OWNER, HOME), shared.begin(OWNER, there));
        var waiting = Stream.of(HOME, HOME, there)
                .map(address -> new FutureTask<>(() -> shared.begin(OWNER, address)))
                .toList();
        waiting.subList(0, 2).forEach(SignInThrottleTest::begin);

        assertBusy(shared, 60);
        begin(waiting.getLast());

        assertThat(waiting).noneMatch(FutureTask::isDone);
        underWay.forEach(Attempt::failed);
        assertThat(waiting)
                .allSatisfy(refused -> assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(TooManyAttempts.class));
    }

    @Test
    void nobody_waits_longer_than_the_patience_or_is_told_of_failures_that_there_were_not() {
        var impatient = new SignInThrottle(
                new SignInLimits(1, 20, 100, Duration.ofMinutes(15), 1000, Duration.ofMillis(1), 3), clock);
        impatient.begin(OWNER, HOME);

        assertBusy(impatient, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 198.51.100.1, true",
        "198.51.100.1, 198.51.100.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, [2001:db8:1:2::7], true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "unknown, unknown, true",
        "unknown, 198.51.100.1, false",
    })
    void the_addresses_of_one_ipv6_network_are_one(String one, String other, boolean same) {
        assertThat(address(one).equals(address(other))).isEqualTo(same);
        assertThat(address("unknown")).isEqualTo("unknown");
    }

    private void fail(int times, String email, String address) {
        for (var index = 0; index < times; index++) {
            throttle.begin(email, address).failed();
        }
    }

    private void assertTaken(String email, String address) {
        assertThatNoException().isThrownBy(() -> throttle.begin(email, address).failed());
    }

    /** Until it waits or has an answer. */
    private static void begin(FutureTask<Attempt> attempt) {
        var thread = Thread.ofPlatform().start(attempt);
        while (!attempt.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private void assertRefused(String email, String address, long seconds) {
        assertRefused(() -> throttle.begin(email, address), seconds);
    }

    private static void assertRefused(ThrowingCallable attempt, long seconds) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(seconds));
    }

    private static void assertBusy(SignInThrottle asked, long seconds) {
        assertThatThrownBy(() -> asked.begin(OWNER, HOME))
                .isInstanceOfSatisfying(
                        TooManyAtOnce.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(seconds));
    }

    private static String address(String of) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(of);
        return SignInOrigin.of(request).address();
    }
}
