package com.acme.dashboard.studio.sql;

/** How most tests run SQL. */
final class SqlModes {

    private SqlModes() {}

    /** Reads only, for as long as is usual. */
    static SqlMode reading() {
        return new SqlMode(false, false, SqlLimits.TIMEOUTS.getFirst());
    }

    /** Changes what it is told to. */
    static SqlMode changing() {
        return new SqlMode(true, false, SqlLimits.TIMEOUTS.getFirst());
    }

    /** Shows plans, and changes nothing that stays. */
    static SqlMode explaining() {
        return new SqlMode(false, true, SqlLimits.TIMEOUTS.getFirst());
    }
}
