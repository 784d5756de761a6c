package com.acme.dashboard.security;

import java.util.HashMap;
import java.util.Map;

/**
 * The places of tries that wait for others, each in a thread of the server's: only so many, and fewer for one source, which
 * must not take those of all others. To be used by one thread at a time.
 */
final class WaitingPlaces {

    private final int all;
    private final int perSource;
    private final Map<String, Integer> taken = new HashMap<>();

    WaitingPlaces(int all, int perSource) {
        this.all = all;
        this.perSource = perSource;
    }

    boolean isFreeFor(String source) {
        return taken.values().stream().mapToInt(Integer::intValue).sum() < all
                && taken.getOrDefault(source, 0) < perSource;
    }

    void take(String source) {
        taken.merge(source, 1, Integer::sum);
    }

    void giveBack(String source) {
        taken.computeIfPresent(source, (same, count) -> count > 1 ? count - 1 : null);
    }
}
