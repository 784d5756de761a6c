package com.acme.dashboard.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts failures by key: a bucket of as many tokens as there may be failures, thrown away when the window since the
 * first one is over. A token is taken before a try and given back when it was none, so that tries at the same time
 * cannot exceed the limit together.
 */
final class FailureCounter<K> {

    private final int limit;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<K, Tries> tries;

    FailureCounter(int limit, Duration window, int maximumKeys, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.time = new ClockTime(clock);
        this.tries = Caffeine.newBuilder()
                .maximumSize(maximumKeys)
                .expireAfter(Expiry.<K, Tries>creating((key, bucket) -> window))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes a token for a try, which is then under way; where there is none, says why. */
    Optional<Refusal> take(K key) {
        var refusal = new AtomicReference<@Nullable Refusal>();
        tries.asMap().compute(key, (same, known) -> {
            var counted = known == null ? new Tries(fullBucket(), 0) : known;
            var probe = counted.bucket().tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return new Tries(counted.bucket(), counted.underWay() + 1);
            }
            refusal.set(new Refusal(Duration.ofNanos(probe.getNanosToWaitForRefill()), counted.underWay() > 0));
            return counted;
        });
        return Optional.ofNullable(refusal.get());
    }

    /** The try was a failure: its token stays taken. */
    void fail(K key) {
        tries.asMap().computeIfPresent(key, (same, counted) -> counted.settled());
    }

    /** The try was no failure. */
    void giveBack(K key) {
        giveBack(key, 0);
    }

    /** The try was no failure, and undoes every one of the key. */
    void forgive(K key) {
        giveBack(key, limit);
    }

    private void giveBack(K key, int failures) {
        tries.asMap().computeIfPresent(key, (same, counted) -> {
            var settled = counted.settled();
            var taken = limit - counted.bucket().getAvailableTokens();
            var returned = Math.min(failures + 1, taken - settled.underWay());
            // The bucket may have been filled again a moment before the window is over for the cache.
            if (returned > 0) {
                settled.bucket().addTokens(returned);
            }
            return settled.bucket().getAvailableTokens() < limit ? settled : null;
        });
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, window))
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * Why there is no token.
     *
     * @param remaining until there is one for certain
     * @param open whether there may be one earlier: some are held by tries under way, which may be no failures
     */
    record Refusal(Duration remaining, boolean open) {}

    private record Tries(Bucket bucket, int underWay) {

        Tries settled() {
            return new Tries(bucket, Math.max(underWay - 1, 0));
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
