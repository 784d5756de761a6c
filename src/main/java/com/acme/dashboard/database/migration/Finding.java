package com.acme.dashboard.database.migration;

import java.util.List;
import java.util.Locale;

/**
 * One thing that {@link Check} found.
 *
 * @param object what it is about: a change set, or something in the database
 * @param expected what it should be
 * @param found what it is
 * @param fix the SQL statements that put it right, each to be run by itself; none where SQL is not the way
 * @param explanation why it matters and what to do
 */
public record Finding(Kind kind, String object, String expected, String found, List<String> fix, String explanation) {

    public Finding {
        fix = List.copyOf(fix);
    }

    /** What kinds of findings are told apart. */
    public enum Kind {
        /** The changelog cannot be read, such as where an included file is missing, or builds no new database. */
        CHANGELOG,
        /** The database carries no environment. */
        UNMARKED,
        /** A change set that ran has another text now. */
        EDITED,
        /** A change set that ran is not in the changelog any more. */
        REMOVED,
        /** Two change sets have the same id, or two files the same number. */
        COLLISION,
        /** A change set is pending that stands before one that ran. */
        OUT_OF_ORDER,
        /** A change set has not run. */
        PENDING,
        /** A pending change set would lock, lose or break something. */
        UNSAFE,
        /** The schema is not what the change sets that ran have built. */
        DRIFT,
        /** The mapped aggregates are not what all change sets build. */
        MODEL;

        /** As it is written, such as {@code out-of-order}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
