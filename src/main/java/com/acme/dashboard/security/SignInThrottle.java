package com.acme.dashboard.security;

import com.acme.dashboard.security.FailureCounter.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Refuses tries to sign in after too many failures, before the password is looked at. Strangers cannot keep an
 * account's owner out: from a browser that the owner has signed in from before, only failures from that browser count.
 * Where it depends on tries that are under way whether there were too many, a further one waits for them.
 */
@Component
class SignInThrottle {

    private static final int LONGEST_EMAIL = 320;
    private static final int DOT_ABOVE = 0x307;

    private final FailureCounter<Source> byAccountAndAddress;
    private final FailureCounter<Source> byDevice;
    private final FailureCounter<String> byAddress;
    private final FailureCounter<String> byAccount;
    private final Duration patience;
    private final WaitingPlaces waiting;
    private final Lock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();

    SignInThrottle(SignInLimits limits, Clock clock) {
        byAccountAndAddress = counter(limits.perAccountAndAddress(), limits, clock);
        byDevice = counter(limits.perAccountAndAddress(), limits, clock);
        byAddress = counter(limits.perAddress(), limits, clock);
        byAccount = counter(limits.perAccount(), limits, clock);
        patience = limits.patience();
        waiting = new WaitingPlaces(limits.maximumWaiting(), limits.perAddress());
    }

    /**
     * Begins a try from a browser that nothing is known of, which has to be settled; until then it counts as a failure.
     *
     * @param address see {@link SignInOrigin}
     * @throws TooManyAttempts where there were too many failures; such a try does not count
     * @throws TooManyAtOnce where those under way may be too many failures, and it has waited for them in vain or could not
     */
    Attempt begin(String email, String address) {
        var account = normalised(email);
        return begin(
                address,
                List.of(
                        new Count<>(byAccountAndAddress, new Source(account, address), true),
                        // A success leaves these: who has an account must not wipe out tries at those of others.
                        new Count<>(byAddress, address, false),
                        new Count<>(byAccount, account, false)));
    }

    /** Begins a try from a browser that the account has signed in from before; throws like {@link #begin(String, String)}. */
    Attempt beginFromKnown(String device, String email) {
        var account = normalised(email);
        return begin(account, List.of(new Count<>(byDevice, new Source(account, device), true)));
    }

    /** Begins a try of somebody signed in to tell their password again; counted by itself, throws like {@link #begin(String, String)}. */
    Attempt beginSignedIn(Account account) {
        return beginFromKnown("signed in", account.email());
    }

    private Attempt begin(String source, List<Count<?>> counts) {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                var refusals = take(counts);
                if (refusals.isEmpty()) {
                    return new Attempt(counts);
                }
                requireChance(refusals, source, left);
                waiting.take(source);
                try {
                    left = settled.awaitNanos(left);
                } finally {
                    waiting.giveBack(source);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyAtOnce(patience);
        } finally {
            lock.unlock();
        }
    }

    /** All of them or none. */
    private static List<Refusal> take(List<Count<?>> counts) {
        var taken = new ArrayList<Count<?>>();
        var refusals = new ArrayList<Refusal>();
        for (var count : counts) {
            count.take().ifPresentOrElse(refusals::add, () -> taken.add(count));
        }
        if (!refusals.isEmpty()) {
            taken.forEach(Count::giveBack);
        }
        return refusals;
    }

    /** Whoever waits needs a chance to be taken in the end, and a place. */
    private void requireChance(List<Refusal> refusals, String source, long nanosLeft) {
        refusals.stream()
                .filter(refusal -> !refusal.open())
                .map(Refusal::remaining)
                .max(Comparator.naturalOrder())
                .ifPresent(remaining -> {
                    throw new TooManyAttempts(remaining);
                });
        if (nanosLeft <= 0 || !waiting.isFreeFor(source)) {
            throw new TooManyAtOnce(patience);
        }
    }

    /**
     * At least as coarse as the database's comparison, so that no spelling gets tries of its own: that one takes each
     * character to lower case by itself, or, where its locale is ICU's, makes of an I with a dot an i and a dot.
     */
    private static String normalised(String email) {
        var folded = email.strip()
                .codePoints()
                .map(SignInThrottle::folded)
                .filter(character -> character != DOT_ABOVE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return folded.substring(0, Math.min(folded.length(), LONGEST_EMAIL));
    }

    private static int folded(int character) {
        return Character.toLowerCase(Character.toUpperCase(Character.toLowerCase(character)));
    }

    private static <K> FailureCounter<K> counter(int limit, SignInLimits limits, Clock clock) {
        return new FailureCounter<>(limit, limits.window(), limits.maximumKeys(), clock);
    }

    /** A try under way, to be settled by one of the methods, once. */
    final class Attempt {

        private final List<Count<?>> counts;

        private Attempt(List<Count<?>> counts) {
            this.counts = counts;
        }

        /**
         * Compares the password and settles the try by what comes of that: by an exception that says that it was wrong, by
         * {@code right} where the comparison answers, and as never compared by any other exception. After an error nobody
         * knows what has become of the comparison: the password counts as wrong.
         */
        <T extends @Nullable Object> T settle(Supplier<T> comparison, Predicate<T> right) {
            try {
                var answer = comparison.get();
                if (right.test(answer)) {
                    succeeded();
                } else {
                    failed();
                }
                return answer;
            } catch (BadCredentialsException | Error failed) {
                failed();
                throw failed;
            } catch (RuntimeException notCompared) {
                withdraw();
                throw notCompared;
            }
        }

        /** The password was right: earlier failures of this source at this account are forgiven. */
        void succeeded() {
            settle(Count::forgive);
        }

        /** The password was wrong. */
        void failed() {
            settle(Count::fail);
        }

        /** The password was never compared. */
        void withdraw() {
            settle(Count::giveBack);
        }

        private void settle(Consumer<Count<?>> outcome) {
            lock.lock();
            try {
                counts.forEach(outcome);
            } finally {
                settled.signalAll();
                lock.unlock();
            }
        }
    }

    private record Source(String account, String place) {}

    private record Count<K>(FailureCounter<K> counter, K key, boolean forgivable) {

        Optional<Refusal> take() {
            return counter.take(key);
        }

        void fail() {
            counter.fail(key);
        }

        void giveBack() {
            counter.giveBack(key);
        }

        void forgive() {
            if (forgivable) {
                counter.forgive(key);
            } else {
                counter.giveBack(key);
            }
        }
    }
}
