package com.acme.dashboard.database;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.lockservice.LockServiceFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The change sets of one environment, in their order, and the only place that calls Liquibase. Liquibase is driven
 * below its command line, so that it says nothing, sends nothing home, and commits a change set together with its
 * entry in the journal.
 */
final class Changelog {

    private static final String FILE = "db-changelog/changelog.yaml";

    private final ResourceAccessor root;
    private final Contexts contexts;
    private final DatabaseChangeLog parsed;
    private final List<ChangeSet> changeSets;

    private Changelog(Environment environment, ResourceAccessor root) throws LiquibaseException {
        this.root = root;
        // Never empty: Liquibase takes no context for all contexts, and would fill a live database with test rows.
        this.contexts = new Contexts(environment.id());
        this.parsed =
                ChangeLogParserFactory.getInstance().getParser(FILE, root).parse(FILE, new ChangeLogParameters(), root);
        for (var changeSet : parsed.getChangeSets()) {
            requireReachable(changeSet);
        }
        var filter = new ContextChangeSetFilter(contexts);
        this.changeSets = parsed.getChangeSets().stream()
                .filter(changeSet -> filter.accepts(changeSet).isAccepted())
                .toList();
    }

    /** Reads the change sets that are for {@code environment} as they were built in; contacts no database. */
    static Changelog of(Environment environment) {
        return read(environment, new ChangelogFiles(Changelog.class.getClassLoader()));
    }

    /** Reads them from below a root, which is the parent of {@code db-changelog/}: paths are part of identities. */
    static Changelog read(Environment environment, ResourceAccessor root) {
        try {
            return quietly(root, () -> new Changelog(environment, root));
        } catch (LiquibaseException e) {
            throw new MigrationFailed(FILE + " cannot be read: " + rootMessage(e), e);
        }
    }

    /** A mistyped context or database would make Liquibase skip a change set without a word. */
    private static void requireReachable(ChangeSet changeSet) {
        Set<String> environments = new HashSet<>();
        for (var environment : Environment.values()) {
            environments.add(environment.id());
        }
        if (!environments.containsAll(changeSet.getContextFilter().getContexts())) {
            throw new MigrationFailed("%s is for a context that no environment has: %s"
                    .formatted(nameOf(changeSet), changeSet.getContextFilter()));
        }
        var databases = changeSet.getDbmsSet();
        if (databases != null && !databases.isEmpty() && !databases.equals(Set.of("postgresql"))) {
            throw new MigrationFailed("%s is for another database than postgresql: %s"
                    .formatted(nameOf(changeSet), changeSet.getDbmsOriginalString()));
        }
    }

    /** The change sets that the journal does not have, in the order in which they would run. */
    List<ChangeSetName> missingFrom(List<Journal.Entry> journal) {
        var there = new HashSet<ChangeSetName>();
        journal.forEach(entry -> there.add(entry.name()));
        return changeSets.stream()
                .map(Changelog::nameOf)
                .filter(name -> !there.contains(name))
                .toList();
    }

    /** The change sets whose text is another one than that which ran. */
    List<ChangeSetName> editedSince(List<Journal.Entry> journal) throws SQLException {
        var checksums = new HashMap<ChangeSetName, String>();
        for (var entry : journal) {
            if (entry.checksum() != null) {
                checksums.put(entry.name(), entry.checksum());
            }
        }
        try {
            return quietly(
                    root,
                    () -> changeSets.stream()
                            .filter(changeSet -> !changeSet.isRunOnChange())
                            .filter(changeSet -> {
                                var ran = checksums.get(nameOf(changeSet));
                                return ran != null && !changeSet.isCheckSumValid(CheckSum.parse(ran));
                            })
                            .map(Changelog::nameOf)
                            .toList());
        } catch (LiquibaseException e) {
            throw new MigrationFailed(FILE + " cannot be compared: " + rootMessage(e), e);
        }
    }

    /** Those of all environments, in their order. */
    List<ChangeSet> all() {
        return parsed.getChangeSets();
    }

    /** What stands in a file of the changelog. */
    String text(String file) {
        try (var stream = root.getExisting(file).openInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationFailed("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    ChangeSetName first() {
        return nameOf(changeSets.getFirst());
    }

    /** Applies what is missing and tags the last one with {@code run}. The caller holds the {@link MigrationLock}. */
    void apply(Connection connection, String run, MigrationListener listener) throws SQLException {
        var atomic = new ChangeSetTransaction(connection, listener);
        try {
            quietly(root, () -> {
                var database = connect(atomic);
                var lock = LockServiceFactory.getInstance().getLockService(database);
                lock.waitForLock();
                try {
                    update(database, atomic.boundaries());
                    if (atomic.hasApplied()) {
                        history(database).tag(run);
                    }
                } finally {
                    lock.releaseLock();
                    forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw failure(atomic, e);
        }
    }

    /**
     * Applies to an empty scratch database exactly the change sets that are asked for, in their order; it gets neither a
     * tag nor an environment. The listener hears of each as soon as it is committed.
     */
    void build(Connection scratch, Predicate<ChangeSetName> which, MigrationListener listener) throws SQLException {
        scratch.setAutoCommit(false);
        ChangeSetFilter asked = changeSet ->
                new ChangeSetFilterResult(which.test(nameOf(changeSet)), "asked for", ChangeSetFilter.class);
        var atomic = new ChangeSetTransaction(scratch, listener);
        try {
            quietly(root, () -> {
                var database = connect(atomic);
                try {
                    update(database, atomic.boundaries(), asked);
                } finally {
                    forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw failure(atomic, e);
        }
        scratch.commit();
        scratch.setAutoCommit(true);
    }

    private static MigrationFailed failure(ChangeSetTransaction atomic, LiquibaseException e) {
        var failed = atomic.unfinished();
        return new MigrationFailed((failed == null ? FILE : failed.toString()) + " failed: " + rootMessage(e), e);
    }

    /** Writes the SQL that {@link #apply} would run, and runs nothing that changes anything. */
    void print(Connection connection, Writer sql) {
        try {
            quietly(root, () -> {
                var database = connect(new JdbcConnection(connection));
                var executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
                var jdbc = executors.getExecutor("jdbc", database);
                var printing = new LoggingExecutor(jdbc, sql, database);
                executors.setExecutor("jdbc", database, printing);
                executors.setExecutor("logging", database, printing);
                try {
                    update(database, new AbstractChangeExecListener() {});
                } finally {
                    forget(database);
                }
                return true;
            });
        } catch (LiquibaseException e) {
            throw new MigrationFailed("The SQL of " + FILE + " cannot be printed: " + rootMessage(e), e);
        }
    }

    private void update(Database database, AbstractChangeExecListener listener, ChangeSetFilter... further)
            throws LiquibaseException {
        history(database).init();
        parsed.validate(database, contexts, new LabelExpression());
        List<ChangeSetFilter> filters = new ArrayList<>(List.of(further));
        filters.add(new ShouldRunChangeSetFilter(database));
        filters.add(new ContextChangeSetFilter(contexts));
        new ChangeLogIterator(parsed, filters)
                .run(
                        new UpdateVisitor(database, listener),
                        new RuntimeEnvironment(database, contexts, new LabelExpression()));
    }

    private static Database connect(JdbcConnection connection) throws DatabaseException {
        var database = new PostgresDatabase();
        database.setConnection(connection);
        return database;
    }

    private static ChangeLogHistoryService history(Database database) {
        return Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
    }

    /** Liquibase keeps what it knows about a database in singletons; the next run looks afresh. */
    private static void forget(Database database) {
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetDatabase(database);
        Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
        LockServiceFactory.getInstance().resetAll();
    }

    static ChangeSetName nameOf(ChangeSet changeSet) {
        return new ChangeSetName(changeSet.getFilePath(), changeSet.getAuthor(), changeSet.getId());
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip();
    }

    private static <T> T quietly(ResourceAccessor root, Scope.ScopedRunnerWithReturn<T> work)
            throws LiquibaseException {
        Map<String, Object> settings = Map.of(
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                root,
                Scope.Attr.deploymentId.name(),
                "%010d".formatted(System.currentTimeMillis() % 10_000_000_000L),
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
