package com.acme.dashboard.studio;

import java.util.OptionalLong;

/** How many rows there are. */
public record RowCount(long number, Precision precision) {

    /** Up to so many rows are counted one by one. */
    public static final int CAP = 10_000;

    /** How many rows are to be expected, at least about; empty where nobody knows. */
    public OptionalLong expected() {
        return precision == Precision.MORE_THAN ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** How the number is meant. */
    public enum Precision {
        EXACT,
        /** By PostgreSQL's own statistics. */
        ABOUT,
        /** There are more. */
        MORE_THAN
    }
}
