package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Commits a change set and its entry in the journal at once, with the tag of the run that applies it. Liquibase commits
 * first the one and then the other, and a process killed in between leaves a change set that the next run applies again.
 */
final class ChangeSetTransaction extends JdbcConnection {

    private final Connection connection;
    private final ResourceAccessor root;
    private final @Nullable String run;
    private final MigrationListener listener;
    private final StatementTrace trace;
    private boolean held;
    private long startNanos;
    private @Nullable ChangeSet current;
    private ChangeSet.@Nullable ExecType done;

    /**
     * @param root where the change sets are
     * @param run the tag; null where nobody asks later which run it was
     */
    ChangeSetTransaction(
            Connection connection, ResourceAccessor root, @Nullable String run, MigrationListener listener) {
        this(connection, root, run, new StatementTrace(), listener);
    }

    private ChangeSetTransaction(
            Connection connection,
            ResourceAccessor root,
            @Nullable String run,
            StatementTrace trace,
            MigrationListener listener) {
        super(trace.of(connection));
        this.connection = connection;
        this.root = root;
        this.run = run;
        this.trace = trace;
        this.listener = listener;
    }

    /** The change set in which it came to an end, if it did so inside one. */
    @Nullable
    ChangeSet unfinished() {
        return current;
    }

    /** What ran of it. */
    StatementTrace trace() {
        return trace;
    }

    /** What was done in it will not stay: the next commit, which releases the lock, is not its own. */
    void leaveUnfinished() {
        done = null;
        held = false;
    }

    /** Before another try. */
    void forgetUnfinished() {
        current = null;
        done = null;
        held = false;
    }

    @Override
    public void commit() throws DatabaseException {
        if (held) {
            return;
        }
        if (current != null && done != null && run != null) {
            stamp(current, run);
        }
        super.commit();
        if (current != null && done != null) {
            tell(Changelog.nameOf(current), done);
            current = null;
            done = null;
        }
    }

    private void stamp(ChangeSet changeSet, String tag) throws DatabaseException {
        try {
            Journal.stamp(connection, Changelog.nameOf(changeSet), tag, ChangeSetSource.fingerprintOf(changeSet, root));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void tell(ChangeSetName name, ChangeSet.ExecType how) {
        if (how == ChangeSet.ExecType.MARK_RAN) {
            listener.adopted(name);
        } else {
            listener.applied(name, Duration.ofNanos(System.nanoTime() - startNanos));
        }
    }

    AbstractChangeExecListener boundaries() {
        return new AbstractChangeExecListener() {
            @Override
            public void willRun(
                    ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.RunStatus status) {
                current = changeSet;
                trace.clear();
                startNanos = System.nanoTime();
                held = changeSet.isRunInTransaction();
            }

            @Override
            public void ran(
                    ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType type) {
                done = type;
                held = false;
            }

            @Override
            public void runFailed(
                    ChangeSet changeSet, DatabaseChangeLog changelog, Database database, Exception exception) {
                held = false;
            }
        };
    }
}
