package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps what belongs to one environment away from a database of another, and makes a database carry its environment. */
public final class EnvironmentGuard {

    /** Whose database it is, as far as it says so itself. */
    public enum Standing {
        /** It carries this environment. */
        OWN,
        /** It carries none and holds nothing; or another of its schemas carries it, and the current one holds nothing. */
        EMPTY,
        /** It carries none and holds something, perhaps another program's tables. */
        UNMARKED
    }

    private final Environment environment;
    private final Supplier<Connection> owner;

    /** Of that server's database, which is to carry the server's environment. */
    public EnvironmentGuard(DatabaseServer server) {
        this(server.environment(), server::connect);
    }

    EnvironmentGuard(Environment environment, Supplier<Connection> owner) {
        this.environment = environment;
        this.owner = owner;
    }

    /** Whose database this is; throws {@link MigrationRefused} if it carries another environment. Reads only. */
    public Standing standing() {
        return Snapshot.read(owner, this::standing);
    }

    /** The same of an open connection. */
    Standing standing(Connection connection) throws SQLException {
        var carried = CarriedEnvironments.read(connection);
        carried.requireNoneBut(environment);
        if (carried.here().isPresent()) {
            return Standing.OWN;
        }
        // Tables beside those of a schema that carries it are that one's, such as a further schema for each tenant has.
        boolean isEmpty = SchemaContents.isEmpty(connection)
                && (!carried.elsewhere().isEmpty()
                        || SchemaContents.tableElsewhere(connection).isEmpty());
        return isEmpty ? Standing.EMPTY : Standing.UNMARKED;
    }

    /** Throws {@link MigrationRefused} if the database carries another environment. Reads only. */
    public void requireNoOther() {
        Snapshot.read(owner, CarriedEnvironments::read).requireNoneBut(environment);
    }

    /**
     * Throws {@link MigrationRefused} unless the database carries this environment: what every command asks that changes
     * rows. Reads only.
     */
    public void requireOwn() {
        requireOwn(standing());
    }

    /** The same of what is known already. */
    void requireOwn(Standing standing) {
        if (standing != Standing.OWN) {
            throw new MigrationRefused("This database does not carry the environment %s yet: run ./db migrate:%s first."
                    .formatted(environment.id(), environment.id()));
        }
    }

    /** Throws {@link MigrationRefused} unless the database carries this environment or holds nothing. Reads only. */
    public void requireOwnOrEmpty() {
        Snapshot.read(owner, this::requireOwnOrEmpty);
    }

    /** The same of an open connection; answers which of both it is. */
    Standing requireOwnOrEmpty(Connection connection) throws SQLException {
        var standing = standing(connection);
        if (standing == Standing.UNMARKED) {
            throw unmarked(connection);
        }
        return standing;
    }

    /** The environment that the database says it belongs to, whichever it is; of one of its schemas. Reads only. */
    public Optional<String> carried() {
        return Snapshot.read(
                owner, connection -> CarriedEnvironments.read(connection).any());
    }

    /**
     * Makes the database carry this environment, in all schemas, whatever it said before: for whoever knows that it is a
     * copy.
     */
    public void mark() {
        try (var _ = MigrationLock.acquire(owner, () -> {});
                var connection = owner.get()) {
            Disconnection.noticeSoon(connection);
            connection.setAutoCommit(false);
            EnvironmentMarker.overwriteElsewhere(connection, environment);
            mark(connection);
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** Makes a database carry this environment that carries none; the caller holds the {@link MigrationLock}. */
    void mark(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        EnvironmentMarker.write(connection, environment);
        connection.commit();
    }

    private MigrationRefused unmarked(Connection connection) throws SQLException {
        Optional<String> elsewhere =
                SchemaContents.isEmpty(connection) ? SchemaContents.tableElsewhere(connection) : Optional.empty();
        return new MigrationRefused(
                "This database is not empty%s and does not say which environment it belongs to; nothing was changed.\nIf it is the right one, ./db migrate:%s takes it over."
                        .formatted(elsewhere.map(" (it has %s)"::formatted).orElse(""), environment.id()));
    }
}
