package com.acme.dashboard.studio;

/** How many rows there are. */
public record RowCount(long number, Precision precision) {

    /** Up to so many rows are counted one by one. */
    public static final int CAP = 10_000;

    /** How the number is meant. */
    public enum Precision {
        EXACT,
        /** By PostgreSQL's own statistics. */
        ABOUT,
        /** There are more. */
        MORE_THAN
    }
}
