package com.acme.dashboard.studio.ui;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where pages of a long list ended that were read, by their place in it: whoever scrolls on finds the next page at once,
 * however far down it is.
 */
final class PageEnds<P> {

    /** So many are remembered; those nearest to the beginning are forgotten first. */
    static final int MOST = 2_000;

    private final TreeMap<Long, P> ends = new TreeMap<>();

    /** The end nearest to that place, from 0, at it or before it; empty where the list is to be read from its beginning. */
    Optional<Map.Entry<Long, P>> before(long place) {
        return Optional.ofNullable(ends.floorEntry(place));
    }

    /** Remembers that a page ended before that place, and behind what in the list that is. */
    void remember(long place, P end) {
        ends.put(place, end);
        if (ends.size() > MOST) {
            ends.pollFirstEntry();
        }
    }
}
