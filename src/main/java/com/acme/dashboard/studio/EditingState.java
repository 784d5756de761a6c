package com.acme.dashboard.studio;

import java.time.Duration;
import java.time.Instant;

/** Whether somebody may change something by way of Studio. */
public sealed interface EditingState {

    /** Whether they may now. */
    default boolean allowed() {
        return this instanceof Always || this instanceof Until;
    }

    /** In development and tests. */
    record Always() implements EditingState {}

    /** In production, after they have switched it on. */
    record Until(Instant end) implements EditingState {}

    /**
     * In production, before that.
     *
     * @param duration for how long it would be on
     */
    record Off(Duration duration) implements EditingState {}

    /** There is no audit table to write down who has changed what. */
    record Unaudited() implements EditingState {}
}
