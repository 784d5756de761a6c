package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureCounterTest {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AdjustableClock clock = new AdjustableClock();
    private final FailureCounter<String> counter = new FailureCounter<>(3, WINDOW, 1000, clock);

    @Test
    void the_limit_is_reached_exactly() {
        assertThat(counter.take("a")).isEmpty();
        assertThat(counter.take("a")).isEmpty();
        assertThat(counter.take("a")).isEmpty();
        assertWait(WINDOW);
        assertThat(counter.take("b")).isEmpty();
    }

    @Test
    void the_window_begins_with_the_first_failure_and_is_not_prolonged() {
        counter.take("a");
        clock.advance(Duration.ofMinutes(10));
        counter.take("a");
        counter.take("a");

        assertWait(Duration.ofMinutes(5));
        clock.advance(Duration.ofSeconds(299));
        assertWait(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(counter.take("a")).isEmpty();
    }

    @Test
    void what_was_no_failure_begins_no_window() {
        counter.take("a");
        counter.giveBack("a");
        clock.advance(Duration.ofMinutes(14));
        IntStream.range(0, 3).forEach(failure -> counter.take("a"));

        assertWait(WINDOW);
    }

    @Test
    void a_try_may_be_settled_at_the_very_end_of_the_window() {
        var ticking = new FailureCounter<String>(3, WINDOW, 1000, new TickingClock());
        var begun = clock.instant();
        ticking.take("a");
        clock.advance(Duration.between(clock.instant(), begun.plus(WINDOW)));

        ticking.giveBack("a");

        IntStream.range(0, 3).forEach(failure -> assertThat(ticking.take("a")).isEmpty());
        assertThat(ticking.take("a")).isPresent();
    }

    @Test
    void tries_at_the_same_time_cannot_exceed_the_limit_together() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 50)
                    .mapToObj(index -> threads.submit(() -> counter.take("a").isEmpty()))
                    .toList();

            assertThat(tries)
                    .extracting(Future::get)
                    .filteredOn(Boolean::booleanValue)
                    .hasSize(3);
        }
    }

    @Test
    void a_refusal_is_open_while_any_try_is_under_way() {
        IntStream.range(0, 3).forEach(failure -> counter.take("a"));
        counter.fail("a");
        counter.fail("a");
        assertThat(counter.take("a"))
                .hasValueSatisfying(refusal -> assertThat(refusal.open()).isTrue());

        counter.fail("a");

        assertThat(counter.take("a"))
                .hasValueSatisfying(refusal -> assertThat(refusal.open()).isFalse());
    }

    @Test
    void a_success_forgives_failures_and_not_what_is_under_way() {
        IntStream.range(0, 3).forEach(failure -> counter.take("a"));
        counter.fail("a");

        counter.forgive("a");

        assertThat(counter.take("a")).isEmpty();
        assertThat(counter.take("a")).isEmpty();
        assertWait(WINDOW);
    }

    @Test
    void a_success_gives_back_its_own_try_and_not_one_that_is_under_way() {
        counter.take("a");
        counter.take("a");

        counter.forgive("a");

        assertThat(counter.take("a")).isEmpty();
        assertThat(counter.take("a")).isEmpty();
        assertWait(WINDOW);
    }

    @Test
    void memory_is_bounded() {
        var small = new FailureCounter<Integer>(1, WINDOW, 10, clock);
        IntStream.range(0, 1000).forEach(small::take);

        var remembered = IntStream.range(0, 1000).filter(key -> small.take(key).isPresent());

        assertThat(remembered.count()).isLessThanOrEqualTo(20);
    }

    /** Which goes on by a millisecond whenever it is looked at. */
    private final class TickingClock extends Clock {

        @Override
        public Instant instant() {
            clock.advance(Duration.ofMillis(1));
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }

    private void assertWait(Duration remaining) {
        assertThat(counter.take("a"))
                .hasValueSatisfying(refusal -> assertThat(refusal.remaining()).isEqualTo(remaining));
    }
}
