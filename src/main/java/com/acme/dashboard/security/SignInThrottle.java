package com.acme.dashboard.security;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Refuses tries to sign in after too many failures, before the password is looked at. Strangers cannot keep an
 * account's owner out: from a browser that the owner has signed in from before, only failures from that browser count.
 */
@Component
class SignInThrottle {

    private static final int LONGEST_EMAIL = 320;

    private final FailureCounter<Source> byAccountAndAddress;
    private final FailureCounter<Source> byDevice;
    private final FailureCounter<String> byAddress;
    private final FailureCounter<String> byAccount;

    SignInThrottle(SignInLimits limits, Clock clock) {
        byAccountAndAddress = counter(limits.perAccountAndAddress(), limits, clock);
        byDevice = counter(limits.perAccountAndAddress(), limits, clock);
        byAddress = counter(limits.perAddress(), limits, clock);
        byAccount = counter(limits.perAccount(), limits, clock);
    }

    /**
     * Begins a try from a browser that nothing is known of; it counts as a failure until it is said to be none.
     *
     * @param address see {@link SignInOrigin}
     * @throws TooManyAttempts where there were too many failures; such a try does not count
     */
    Attempt begin(String email, String address) {
        var account = normalised(email);
        return begin(List.of(
                new Count<>(byAccountAndAddress, new Source(account, address), true),
                // A success leaves these: who has an account must not wipe out tries at those of others.
                new Count<>(byAddress, address, false),
                new Count<>(byAccount, account, false)));
    }

    /** Begins a try from a browser that the account has signed in from before; throws like {@link #begin(String, String)}. */
    Attempt beginFromKnown(String device, String email) {
        return begin(List.of(new Count<>(byDevice, new Source(normalised(email), device), true)));
    }

    /** Begins a try of somebody signed in to tell their password again; counted by itself, throws like {@link #begin(String, String)}. */
    Attempt beginSignedIn(Account account) {
        return beginFromKnown("signed in", account.email());
    }

    private static Attempt begin(List<Count<?>> counts) {
        var taken = new ArrayList<Count<?>>();
        var waits = new ArrayList<Duration>();
        for (var count : counts) {
            count.take().ifPresentOrElse(waits::add, () -> taken.add(count));
        }
        var attempt = new Attempt(taken);
        waits.stream().max(Comparator.naturalOrder()).ifPresent(wait -> {
            attempt.withdraw();
            throw new TooManyAttempts(wait);
        });
        return attempt;
    }

    /** At least as coarse as the database's comparison, so that no spelling gets tries of its own. */
    private static String normalised(String email) {
        var folded = email.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), LONGEST_EMAIL));
    }

    private static <K> FailureCounter<K> counter(int limit, SignInLimits limits, Clock clock) {
        return new FailureCounter<>(limit, limits.window(), limits.maximumKeys(), clock);
    }

    /** A try under way. */
    record Attempt(List<Count<?>> counts) {

        /** The password was right: earlier failures of this source at this account are forgiven. */
        void succeeded() {
            counts.forEach(Count::forgive);
        }

        /** The password was never compared. */
        void withdraw() {
            counts.forEach(Count::giveBack);
        }
    }

    private record Source(String account, String place) {}

    private record Count<K>(FailureCounter<K> counter, K key, boolean forgivable) {

        Optional<Duration> take() {
            return counter.take(key);
        }

        void giveBack() {
            counter.giveBack(key);
        }

        void forgive() {
            if (forgivable) {
                counter.forget(key);
            } else {
                counter.giveBack(key);
            }
        }
    }
}
