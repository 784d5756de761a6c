package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.roles.RoleDifferences;
import com.acme.dashboard.database.schema.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Brings the database of one environment to the state that the changelog describes, one process at a time, and tells
 * what is applied and what is pending. Needs no Spring: the application's start and the database commands share it.
 */
public final class Migrations {

    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * How far a database has come.
     *
     * @param applied the change sets that it has, in the order in which it got them
     * @param pending those of its environment that it has not got, in their order
     */
    public record State(
            EnvironmentGuard.Standing standing, List<AppliedChangeSet> applied, List<ChangeSetName> pending) {
        public State {
            applied = List.copyOf(applied);
            pending = List.copyOf(pending);
        }
    }

    private final Environment environment;
    private final Supplier<Connection> owner;
    private final EnvironmentGuard guard;
    /** Read by the first that asks: whose database it is, is told before. */
    private final SingletonSupplier<Changelog> changelog;

    private final Supplier<ScratchServer> scratch;

    /** Of that server's database and the changelog of its environment. */
    public Migrations(DatabaseServer server) {
        this(server.environment(), server::connect, () -> Changelog.of(server.environment()), server::scratchServer);
    }

    Migrations(Environment environment, Supplier<Connection> owner, Supplier<Changelog> changelog) {
        this(environment, owner, changelog, () -> {
            throw new MigrationFailed("Without a server for scratch databases nobody can tell what was pushed.");
        });
    }

    Migrations(
            Environment environment,
            Supplier<Connection> owner,
            Supplier<Changelog> changelog,
            Supplier<ScratchServer> scratch) {
        this.environment = environment;
        this.owner = owner;
        this.guard = new EnvironmentGuard(environment, owner);
        this.changelog = SingletonSupplier.of(changelog);
        this.scratch = scratch;
    }

    /**
     * Throws {@link MigrationRefused} unless the database carries this environment, and {@link MigrationFailed} unless it
     * has every change set of it. Reads only.
     */
    public void requireNothingPending() {
        var pending = read(connection -> {
            guard.requireOwn(guard.standing(connection));
            return changelog.obtain().missingFrom(Journal.read(connection));
        });
        if (!pending.isEmpty()) {
            throw new MigrationFailed("%s pending: run ./db migrate:%s first."
                    .formatted(
                            pending.size() == 1 ? "A change set is" : pending.size() + " change sets are",
                            environment.id()));
        }
    }

    /** All that can be told of the database, in one look; throws like {@link EnvironmentGuard#standing()}. Reads only. */
    public State state() {
        return read(connection -> {
            var standing = guard.standing(connection);
            var journal = Journal.read(connection);
            return new State(
                    standing, Journal.applied(journal), changelog.obtain().missingFrom(journal));
        });
    }

    /** The change sets that the database has, in the order in which it got them. Reads only. */
    public List<AppliedChangeSet> applied() {
        return Journal.applied(read(Journal::read));
    }

    /** The change sets of this environment that the database has not got, in their order. Reads only. */
    public List<ChangeSetName> pending() {
        return changelog.obtain().missingFrom(read(Journal::read));
    }

    /** What a change set of this environment does; empty where the changelog has none of that name. Contacts no database. */
    public Optional<ChangeSetScript> script(ChangeSetName name) {
        return changelog.obtain().script(name);
    }

    /**
     * Applies what is pending to a database that is empty or carries this environment; each change set is kept as soon
     * as it is done.
     *
     * @throws MigrationRefused before anything is changed: the database carries another environment, or none although
     *     it is not empty, or its tables cannot be adopted
     * @throws MigrationFailed if a change set fails or one that ran was edited since
     */
    public void apply(MigrationListener listener) {
        apply(MigrationLimits.DEFAULT, listener);
    }

    /** The same within other limits. */
    public void apply(MigrationLimits limits, MigrationListener listener) {
        migrate(false, limits, listener);
    }

    /**
     * The same within other limits, and with the consent of whoever is in charge also for a database that holds something
     * and carries no environment: it carries this one from then on.
     */
    public void adopt(MigrationLimits limits, MigrationListener listener) {
        migrate(true, limits, listener);
    }

    /** Writes what would happen, as comments, and the SQL that would be run; changes nothing. */
    public void print(Writer sql) {
        read(connection -> {
            var standing = guard.standing(connection);
            var journal = Journal.read(connection);
            requireUnedited(journal);
            requireAdoptable(connection);
            if (standing != EnvironmentGuard.Standing.OWN) {
                writeLine(sql, "-- The database will carry the environment " + environment.id() + ".");
            }
            for (var pending : changelog.obtain().missingFrom(journal)) {
                boolean adopted = pending.equals(changelog.obtain().first()) && Adoption.isDue(connection);
                writeLine(
                        sql,
                        adopted
                                ? "-- adopt " + pending
                                        + ": its tables are there and fit, rows and all; none is changed"
                                : "-- apply " + pending);
            }
            if (standing != EnvironmentGuard.Standing.OWN) {
                writeLine(sql, "\nbegin;");
                EnvironmentMarker.sql(environment).forEach(statement -> writeLine(sql, statement + ";"));
                writeLine(sql, "commit;\n");
            }
            changelog.obtain().print(connection, sql);
            return standing;
        });
    }

    private void migrate(boolean consent, MigrationLimits limits, MigrationListener listener) {
        try (var _ = MigrationLock.acquire(owner, listener::waiting);
                var connection = owner.get()) {
            Disconnection.noticeSoon(connection);
            var standing = consent ? guard.standing(connection) : guard.requireOwnOrEmpty(connection);
            requireUnedited(Journal.read(connection));
            requireAdoptable(connection);
            if (standing != EnvironmentGuard.Standing.OWN) {
                guard.mark(connection);
                listener.marked(environment);
            }
            Optional<Catalog> built = PushRecord.exists(connection)
                    ? new PushedChanges(scratch, changelog.obtain()).mark(connection, listener)
                    : Optional.empty();
            applyLocked(connection, limits, listener);
            if (built.isPresent() && built.get().equals(Catalog.read(connection))) {
                PushRecord.forget(connection);
                connection.commit();
            }
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** Applies what is pending; the caller holds the {@link MigrationLock}. */
    void applyLocked(Connection connection, MigrationLimits limits, MigrationListener listener) throws SQLException {
        connection.setAutoCommit(false);
        if (!changelog.obtain().isComplete(Journal.read(connection))) {
            changelog.obtain().apply(connection, version() + "-" + RUN_TIME.format(Instant.now()), limits, listener);
        }
        RoleDifferences.protectTables(connection);
        connection.commit();
    }

    private void requireUnedited(List<Journal.Entry> journal) throws SQLException {
        var edited = changelog.obtain().editedSince(journal);
        if (!edited.isEmpty()) {
            throw new MigrationFailed("Edited after it ran: %s. Put it back as it was and write a new change set."
                    .formatted(edited.getFirst()));
        }
    }

    private void requireAdoptable(Connection connection) throws SQLException {
        var known = changelog.obtain();
        if (known.missingFrom(Journal.read(connection)).contains(known.first()) && Adoption.isDue(connection)) {
            Adoption.check(connection);
        }
    }

    /** The program's version from the jar's manifest; a checkout has none. */
    private static String version() {
        return Objects.requireNonNullElse(Migrations.class.getPackage().getImplementationVersion(), "checkout");
    }

    private static void writeLine(Writer writer, String line) {
        try {
            writer.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Snapshot.Reading<T> reading) {
        return Snapshot.read(owner, reading);
    }
}
