package com.acme.dashboard.studio.sql;

import java.time.Duration;
import java.util.List;

/** How much a run of SQL may take, so that a slip costs nobody else anything. */
public final class SqlLimits {

    /** The longest text, in characters. */
    public static final int TEXT = 200_000;

    /** So many statements at most in one run. */
    public static final int STATEMENTS = 100;

    /** So many rows of a result are kept; whether there are more is known. */
    public static final int ROWS = 1_000;

    /** So many columns of a result are read. */
    public static final int COLUMNS = 100;

    /** So many characters of one value are kept. */
    public static final int VALUE = 100_000;

    /** So many characters of the values of a whole run are kept; beyond it a value keeps {@link #SHORT_VALUE}. */
    static final int VALUES = 4_000_000;

    static final int SHORT_VALUE = 200;

    /** What the driver may hold of a result at one time, in its own notation: a row that is larger ends the run. */
    static final String BUFFER = "32M";

    /** How long a statement may take, to choose from; the first is what nobody has chosen. */
    public static final List<Duration> TIMEOUTS =
            List.of(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(5));

    /** How long a statement waits for what others have locked. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    /** How long the server lets the transaction wait for its next statement. */
    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);

    /** So many runs at a time, of everybody together. */
    static final int AT_ONCE = 3;

    private SqlLimits() {}
}
