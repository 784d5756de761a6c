package com.acme.dashboard.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts failures by key: a bucket of as many tokens as there may be failures, thrown away when the window since the
 * first one is over. A token is taken before a try and given back when it was none, so that tries at the same time
 * cannot exceed the limit together.
 */
final class FailureCounter<K> {

    private final int limit;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<K, Bucket> buckets;

    FailureCounter(int limit, Duration window, int maximumKeys, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maximumKeys)
                .expireAfter(Expiry.<K, Bucket>creating((key, bucket) -> window))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes a token; where there is none, says how long to wait for one. */
    Optional<Duration> take(K key) {
        var outcome = new AtomicReference<ConsumptionProbe>();
        buckets.asMap().compute(key, (same, known) -> {
            var bucket = known == null ? fullBucket() : known;
            outcome.set(bucket.tryConsumeAndReturnRemaining(1));
            return bucket;
        });
        var probe = outcome.get();
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Undoes a {@link #take}. */
    void giveBack(K key) {
        buckets.asMap().computeIfPresent(key, (same, bucket) -> {
            bucket.addTokens(1);
            return bucket.getAvailableTokens() < limit ? bucket : null;
        });
    }

    /** Undoes every failure of the key. */
    void forget(K key) {
        buckets.invalidate(key);
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, window))
                .withCustomTimePrecision(time)
                .build();
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
