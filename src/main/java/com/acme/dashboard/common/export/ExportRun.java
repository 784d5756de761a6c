package com.acme.dashboard.common.export;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;

/**
 * One export, from the moment it was allowed: read once, or cancelled by whoever began it, in the database, too. Until then
 * it takes the place of another.
 */
public final class ExportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);

    /** A browser fetches the file at once, or, where it lets no page do that unasked, never. */
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration longest;
    private final Consumer<ExportRun> ended;
    private final Instant latestBegin;
    private final AtomicReference<Start> start = new AtomicReference<>(Start.AWAITED);
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;
    private volatile Instant latestEnd = Instant.MAX;

    ExportRun(Clock clock, Duration longest, Consumer<ExportRun> ended) {
        this.clock = clock;
        this.longest = longest;
        this.ended = ended;
        this.latestBegin = clock.instant().plus(FETCHED_WITHIN);
    }

    /**
     * Does the reading, which says by {@link #runs} what it waits for, and asks at each row whether to {@link #goOn}.
     *
     * @throws ExportCancelled where {@link #cancel} was called, before or meanwhile, or where it has been read before
     * @throws ExportTooSlow where it has taken longer than any may, or the database longer than a statement may
     * @throws ExportNotFetched where its place was needed before it began
     */
    public void read(Runnable reading) {
        begin();
        try {
            latestEnd = clock.instant().plus(longest);
            reading.run();
        } catch (RuntimeException failure) {
            // A statement that is cancelled fails in the words of the database.
            requireWanted();
            throw failure instanceof QueryTimeoutException ? new ExportTooSlow(failure) : failure;
        } finally {
            running = null;
            ended.accept(this);
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
        cancelled = true;
        if (start.compareAndSet(Start.AWAITED, Start.CANCELLED)) {
            ended.accept(this);
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

    /** Makes room for others where nobody has come for the file in time. */
    void giveUpIfNotFetched() {
        if (clock.instant().isAfter(latestBegin) && start.compareAndSet(Start.AWAITED, Start.GIVEN_UP)) {
            ended.accept(this);
        }
    }

    private void begin() {
        if (!start.compareAndSet(Start.AWAITED, Start.MADE)) {
            throw start.get() == Start.GIVEN_UP ? new ExportNotFetched() : new ExportCancelled();
        }
    }

    private void requireWanted() {
        if (cancelled) {
            throw new ExportCancelled();
        }
    }

    /** What came of it first is what came of it. */
    private enum Start {
        AWAITED,
        MADE,
        CANCELLED,
        GIVEN_UP
    }
}
