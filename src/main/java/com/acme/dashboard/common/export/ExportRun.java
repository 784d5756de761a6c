package com.acme.dashboard.common.export;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export, from the moment it was allowed: read once, or cancelled by whoever began it, in the database, too. Until then
 * it takes the place of another.
 */
public final class ExportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);

    private final Clock clock;
    private final Duration longest;
    private final Runnable ended;
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;
    private volatile Instant latestEnd = Instant.MAX;
    private boolean begun;

    ExportRun(Clock clock, Duration longest, Runnable ended) {
        this.clock = clock;
        this.longest = longest;
        this.ended = ended;
    }

    /**
     * Does the reading, which says by {@link #runs} what it waits for, and asks at each row whether to {@link #goOn}.
     *
     * @throws ExportCancelled where {@link #cancel} was called, before or meanwhile, or where it has been read before
     * @throws ExportTooSlow where it has taken longer than any may
     */
    public void read(Runnable reading) {
        begin();
        try {
            latestEnd = clock.instant().plus(longest);
            reading.run();
        } catch (RuntimeException failure) {
            // A statement that is cancelled fails in the words of the database.
            requireWanted();
            throw failure;
        } finally {
            running = null;
            ended.run();
        }
    }

    /** Hears of the statement before it starts, so that it can be cancelled. */
    public void runs(Statement statement) {
        running = statement;
        requireWanted();
    }

    /** Ends the reading where nobody wants it any more, or it has kept others waiting for too long. */
    public void goOn() {
        requireWanted();
        if (clock.instant().isAfter(latestEnd)) {
            throw new ExportTooSlow();
        }
    }

    /** Ends the reading, and the database's work for it; does nothing where it has ended. */
    public void cancel() {
        if (neverBegins()) {
            ended.run();
        }
        var statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.warn("The database was not told of a cancelled export, which ends with its next row", e);
            }
        }
    }

    private synchronized void begin() {
        if (begun) {
            throw new ExportCancelled();
        }
        begun = true;
    }

    private synchronized boolean neverBegins() {
        cancelled = true;
        var first = !begun;
        begun = true;
        return first;
    }

    private void requireWanted() {
        if (cancelled) {
            throw new ExportCancelled();
        }
    }
}
