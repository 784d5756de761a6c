package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Checkout;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.sql.SqlStatement;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import liquibase.Contexts;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.CheckSum;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/**
 * The change sets of one environment, in their order, as Liquibase reads them; {@link ChangelogRun} is how it runs them.
 */
final class Changelog {

    static final String FILE = "db-changelog/changelog.yaml";

    /** Where the rows of one environment are. */
    private static final String DATA = "db-changelog/data/";

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
            ChangelogCompleteness.requireReachable(changeSet);
        }
        var filter = new ContextChangeSetFilter(contexts);
        this.changeSets = parsed.getChangeSets().stream()
                .filter(changeSet -> filter.accepts(changeSet).isAccepted())
                .toList();
    }

    /** Reads the change sets that are for {@code environment} as they were built in; contacts no database. */
    static Changelog of(Environment environment) {
        var changelog = read(environment, new ChangelogFiles(Changelog.class.getClassLoader()));
        Checkout.of(Changelog.class)
                .ifPresent(checkout -> ChangelogCompleteness.requireNothingForgotten(checkout, changelog.all()));
        return changelog;
    }

    /** Reads them from below a root, which is the parent of {@code db-changelog/}: paths are part of identities. */
    static Changelog read(Environment environment, ResourceAccessor root) {
        try {
            return LiquibaseCalls.quietly(root, () -> new Changelog(environment, root));
        } catch (LiquibaseException e) {
            throw new MigrationFailed(FILE + " cannot be read: " + FailureMessage.of(e), e);
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

    /** Whether the schema of that journal's database is the whole changelog's: at most rows are missing. */
    boolean hasBuilt(List<Journal.Entry> journal) {
        return missingFrom(journal).stream().allMatch(Changelog::isData);
    }

    /** Whether there is nothing for Liquibase to do; reading the journal takes a moment, starting Liquibase much longer. */
    boolean isComplete(List<Journal.Entry> journal) {
        return missingFrom(journal).isEmpty()
                && changeSets.stream().noneMatch(changeSet -> changeSet.isAlwaysRun() || changeSet.isRunOnChange());
    }

    /** The change sets whose text is another one than that which ran. */
    List<ChangeSetName> editedSince(List<Journal.Entry> journal) throws SQLException {
        var entries = new HashMap<ChangeSetName, Journal.Entry>();
        journal.forEach(entry -> entries.put(entry.name(), entry));
        try {
            return LiquibaseCalls.quietly(
                    root,
                    () -> changeSets.stream()
                            .filter(changeSet -> !changeSet.isRunOnChange())
                            .filter(changeSet -> {
                                var ran = entries.get(nameOf(changeSet));
                                return ran != null && isEdited(changeSet, ran);
                            })
                            .map(Changelog::nameOf)
                            .toList());
        } catch (LiquibaseException e) {
            throw new MigrationFailed(FILE + " cannot be compared: " + FailureMessage.of(e), e);
        }
    }

    private boolean isEdited(ChangeSet changeSet, Journal.Entry ran) {
        if (ran.checksum() != null && !changeSet.isCheckSumValid(CheckSum.parse(ran.checksum()))) {
            return true;
        }
        var fingerprint = ran.fingerprint();
        return fingerprint != null
                && ChangeSetSource.fingerprintOf(changeSet, root)
                        .filter(now -> !now.equals(fingerprint))
                        .isPresent();
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

    /** The change sets that make what no mapped class can describe. */
    Set<ChangeSetName> unmanaged() {
        return UnmanagedChangeSets.in(changeSets);
    }

    ChangeSetName first() {
        return nameOf(changeSets.getFirst());
    }

    /** What a change set of this environment does, and its way back; empty where the changelog has none of that name. */
    Optional<ChangeSetScript> script(ChangeSetName name) {
        return changeSets.stream()
                .filter(changeSet -> nameOf(changeSet).equals(name))
                .findFirst()
                .map(changeSet -> new ChangeSetScript(
                        Objects.requireNonNullElse(changeSet.getComments(), ""),
                        statements(changeSet.getChanges()),
                        statements(changeSet.getRollback().getChanges()),
                        changeSet.isRunInTransaction()));
    }

    /** The way back of a change set, of which nothing is known yet about data. */
    Undo undo(ChangeSetName name) {
        var changeSet = all().stream()
                .filter(candidate -> nameOf(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationFailed(
                        "%s is not in this program's changelog: undo it with the version that applied it."
                                .formatted(name)));
        var changes = changeSet.getRollback().getChanges();
        if (changes.isEmpty()) {
            throw new MigrationFailed("%s has no way back: add --rollback lines to it.".formatted(name));
        }
        if (!changes.stream()
                .allMatch(change -> change instanceof AbstractSQLChange || change instanceof EmptyChange)) {
            throw new MigrationFailed(
                    "The way back of %s is not written in SQL, and only SQL is run here: put it into --rollback lines."
                            .formatted(name));
        }
        return new Undo(name, statements(changes), List.of(), changeSet.isRunInTransaction());
    }

    /** Whether a change set brings rows of an environment, and nothing of the schema. */
    static boolean isData(ChangeSetName name) {
        return name.file().startsWith(DATA);
    }

    /** The statements that fill this environment's tables with its rows where they are empty. */
    List<String> seeding() {
        return changeSets.stream()
                .filter(changeSet -> isData(nameOf(changeSet)))
                .flatMap(changeSet -> statements(changeSet.getChanges()).stream())
                .toList();
    }

    private static List<String> statements(List<Change> changes) {
        return changes.stream()
                .filter(AbstractSQLChange.class::isInstance)
                .flatMap(change -> SqlStatement.texts(((AbstractSQLChange) change).getSql()).stream())
                .toList();
    }

    /** Applies what is missing within limits and tags the last one with {@code run}. The caller holds the {@link MigrationLock}. */
    void apply(Connection connection, String run, MigrationLimits limits, MigrationListener listener)
            throws SQLException {
        running().apply(connection, run, limits, listener);
    }

    /**
     * Applies to an empty scratch database exactly the change sets that are asked for, in their order; it gets neither a
     * tag nor an environment. The listener hears of each as soon as it is committed.
     */
    void build(Connection scratch, Predicate<ChangeSetName> which, MigrationListener listener) throws SQLException {
        running().build(scratch, which, listener);
    }

    /** Writes into the journal that these ran, without running them. The caller holds the {@link MigrationLock}. */
    void mark(Connection connection, Predicate<ChangeSetName> which) throws SQLException {
        JournalMarks.write(
                connection,
                root,
                changeSets.stream()
                        .filter(changeSet -> which.test(nameOf(changeSet)))
                        .toList());
    }

    /** Writes the SQL that {@link #apply} would run, and runs nothing that changes anything. */
    void print(Connection connection, Writer sql) {
        running().print(connection, sql);
    }

    private ChangelogRun running() {
        return new ChangelogRun(root, contexts, parsed);
    }

    static ChangeSetName nameOf(ChangeSet changeSet) {
        return new ChangeSetName(changeSet.getFilePath(), changeSet.getAuthor(), changeSet.getId());
    }
}
