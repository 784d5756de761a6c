package com.acme.dashboard.studio.sql;

import java.time.Duration;

/**
 * How SQL is to be run.
 *
 * @param changes whether it may write; needs that editing is switched on
 * @param explain whether the plans are wanted and not the rows
 * @param timeout how long each statement may take: one of {@link SqlLimits#TIMEOUTS}
 */
public record SqlMode(boolean changes, boolean explain, Duration timeout) {

    public SqlMode {
        if (!SqlLimits.TIMEOUTS.contains(timeout)) {
            throw new IllegalArgumentException("Not a timeout to choose: " + timeout);
        }
    }
}
