package com.acme.dashboard.common;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Ids as they come from outside. */
public final class Ids {

    private Ids() {}

    /** The id that a text is, in its one canonical form; empty where it is none. */
    public static Optional<UUID> parse(String text) {
        try {
            // Java also reads "1-2-3-4-5": a page would have many addresses.
            var id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
