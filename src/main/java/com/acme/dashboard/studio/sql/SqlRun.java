package com.acme.dashboard.studio.sql;

import com.acme.dashboard.common.AnythingChanged;
import com.acme.dashboard.studio.StudioDatabase;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;

/** Statements that were looked at and may run, together, once. */
public final class SqlRun {

    private static final Logger LOG = LoggerFactory.getLogger(SqlRun.class);

    private static final int MILLISECONDS_BETWEEN_CANCELS = 200;

    private final List<SqlText> statements;
    private final SqlMode mode;
    private final SqlExecution execution;
    private final StudioDatabase database;
    private final SqlFailures failures;
    private final Semaphore turns;
    private final ApplicationEventPublisher events;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile @Nullable SqlSession session;

    SqlRun(
            List<SqlText> statements,
            SqlMode mode,
            SqlExecution execution,
            StudioDatabase database,
            SqlFailures failures,
            Semaphore turns,
            ApplicationEventPublisher events) {
        this.statements = List.copyOf(statements);
        this.mode = mode;
        this.execution = execution;
        this.database = database;
        this.failures = failures;
        this.turns = turns;
        this.events = events;
    }

    /** What is run, in its order. */
    public List<SqlText> statements() {
        return statements;
    }

    /** How it is run. */
    public SqlMode mode() {
        return mode;
    }

    /**
     * Runs them one after the other in one transaction, waiting for the database. Without changes everything is undone at
     * the end; with changes it is committed there, all or nothing.
     *
     * @param shown takes each result as it comes
     * @throws SqlFailed where one fails: nothing after it is run, and nothing is changed
     * @throws SqlRefused where there is no connection for it, or a statement would use a password
     */
    public void execute(Consumer<StatementResult> shown) {
        if (!turns.tryAcquire()) {
            throw new SqlRefused(Reason.BUSY, "", null);
        }
        try (var opened = SqlSession.open(database, mode)) {
            session = opened;
            for (var statement : statements) {
                requireWanted(statement);
                try {
                    shown.accept(execution.run(opened, statement, () -> cancelled));
                } catch (SQLException failure) {
                    throw failures.of(failure, statement, 0, cancelled);
                }
            }
            var commit = mode.changes() && !mode.explain();
            opened.end(commit);
            if (commit) {
                events.publishEvent(new AnythingChanged());
            }
        } catch (SQLException failure) {
            throw failures.of(failure, null, 0, cancelled);
        } catch (DataAccessException failure) {
            throw failures.of(failure, cancelled);
        } finally {
            turns.release();
            ended.countDown();
        }
    }

    /** Ends it, on the server, too; from any thread, and without waiting. One that has not begun does not begin. */
    public void cancel() {
        cancelled = true;
        var running = session;
        if (running != null && ended.getCount() > 0) {
            Thread.ofVirtual().name("cancel-sql").start(() -> cancel(running));
        }
    }

    /** A cancel that comes between two statements meets nothing: it is said again until the run has ended. */
    private void cancel(SqlSession running) {
        try {
            do {
                running.cancel();
            } while (!ended.await(MILLISECONDS_BETWEEN_CANCELS, TimeUnit.MILLISECONDS));
        } catch (SQLException failure) {
            LOG.debug("The connection to cancel has ended", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireWanted(SqlText statement) {
        if (cancelled) {
            throw new SqlFailed(SqlFailed.Kind.CANCELLED, "", statement, null, null);
        }
    }
}
