package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ResourceAccessor;

/**
 * Runs the change sets of a {@link Changelog}. Liquibase is driven below its command line, so that it says nothing, sends
 * nothing home, and commits a change set together with its entry in the journal.
 */
final class ChangelogRun {

    private final ResourceAccessor root;
    private final Contexts contexts;
    private final DatabaseChangeLog parsed;

    ChangelogRun(ResourceAccessor root, Contexts contexts, DatabaseChangeLog parsed) {
        this.root = root;
        this.contexts = contexts;
        this.parsed = parsed;
    }

    /** See {@link Changelog#apply}. */
    void apply(Connection connection, String run, MigrationLimits limits, MigrationListener listener)
            throws SQLException {
        limits.limit(connection);
        connection.setAutoCommit(false);
        var atomic = new ChangeSetTransaction(connection, root, run, listener);
        var retries = new LockRetries(limits, listener);
        try {
            LiquibaseCalls.quietly(root, () -> {
                while (!applied(atomic, retries)) {
                    atomic.forgetUnfinished();
                    connection.rollback();
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw ChangeSetFailure.of(atomic, root, e);
        }
    }

    /** False if it is worth another try, because others held what a change set needs to lock. */
    private boolean applied(ChangeSetTransaction atomic, LockRetries retries) throws LiquibaseException {
        var database = LiquibaseCalls.connect(atomic);
        try {
            updateLocked(database, atomic);
            return true;
        } catch (LiquibaseException e) {
            var busy = atomic.unfinished();
            if (busy != null
                    && LockRetries.isBusy(e)
                    && ChangeSetFailure.isRepeatable(busy, root)
                    && retries.await(Changelog.nameOf(busy))) {
                return false;
            }
            throw e;
        } finally {
            LiquibaseCalls.forget(database);
        }
    }

    /** With Liquibase's own lock, which nobody else wants while {@link MigrationLock} is held. */
    private void updateLocked(Database database, ChangeSetTransaction atomic) throws LiquibaseException {
        var lock = LockServiceFactory.getInstance().getLockService(database);
        lock.waitForLock();
        try {
            update(database, atomic.boundaries());
        } catch (LiquibaseException | RuntimeException e) {
            atomic.leaveUnfinished();
            try {
                lock.releaseLock();
            } catch (LiquibaseException unreleased) {
                e.addSuppressed(unreleased);
            }
            throw e;
        }
        lock.releaseLock();
    }

    /** See {@link Changelog#build}. */
    void build(Connection scratch, Predicate<ChangeSetName> which, MigrationListener listener) throws SQLException {
        scratch.setAutoCommit(false);
        ChangeSetFilter asked = changeSet ->
                new ChangeSetFilterResult(which.test(Changelog.nameOf(changeSet)), "asked for", ChangeSetFilter.class);
        var atomic = new ChangeSetTransaction(scratch, root, null, listener);
        try {
            LiquibaseCalls.quietly(root, () -> {
                var database = LiquibaseCalls.connect(atomic);
                try {
                    update(database, atomic.boundaries(), asked);
                } finally {
                    LiquibaseCalls.forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw ChangeSetFailure.of(atomic, root, e);
        }
        scratch.commit();
        scratch.setAutoCommit(true);
    }

    /** See {@link Changelog#print}. */
    void print(Connection connection, Writer sql) {
        try {
            LiquibaseCalls.quietly(root, () -> {
                var database = LiquibaseCalls.connect(new JdbcConnection(connection));
                var executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
                var jdbc = executors.getExecutor("jdbc", database);
                var printing = new LoggingExecutor(jdbc, sql, database);
                executors.setExecutor("jdbc", database, printing);
                executors.setExecutor("logging", database, printing);
                var transactions = new PrintedTransactions(sql);
                try {
                    update(database, transactions);
                    transactions.end();
                } finally {
                    LiquibaseCalls.forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw new MigrationFailed(
                    "The SQL of " + Changelog.FILE + " cannot be printed: " + FailureMessage.of(e), e);
        }
    }

    private void update(Database database, AbstractChangeExecListener listener, ChangeSetFilter... further)
            throws LiquibaseException {
        LiquibaseCalls.history(database).init();
        parsed.validate(database, contexts, new LabelExpression());
        List<ChangeSetFilter> filters = new ArrayList<>(List.of(further));
        filters.add(new ShouldRunChangeSetFilter(database));
        filters.add(new ContextChangeSetFilter(contexts));
        new ChangeLogIterator(parsed, filters)
                .run(
                        new UpdateVisitor(database, listener),
                        new RuntimeEnvironment(database, contexts, new LabelExpression()));
    }
}
