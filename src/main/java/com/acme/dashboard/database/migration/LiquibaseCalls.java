package com.acme.dashboard.database.migration;

import java.util.Locale;
import java.util.Map;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** What every call of Liquibase needs: silence, no analytics, a database that nothing is remembered of. */
final class LiquibaseCalls {

    private LiquibaseCalls() {}

    static Database connect(JdbcConnection connection) throws DatabaseException {
        var database = new PostgresDatabase();
        database.setConnection(connection);
        return database;
    }

    static ChangeLogHistoryService history(Database database) {
        return Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
    }

    /** Liquibase keeps what it knows about a database in singletons; the next run looks afresh. */
    static void forget(Database database) {
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetDatabase(database);
        Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
        LockServiceFactory.getInstance().resetAll();
    }

    static <T> T quietly(ResourceAccessor root, Scope.ScopedRunnerWithReturn<T> work) throws LiquibaseException {
        Map<String, Object> settings = Map.of(
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                root,
                Scope.Attr.deploymentId.name(),
                String.format(Locale.ROOT, "%010d", System.currentTimeMillis() % 10_000_000_000L),
                AnalyticsArgs.ENABLED.getKey(),
                false);
        try {
            return Scope.child(settings, work);
        } catch (LiquibaseException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }
}
