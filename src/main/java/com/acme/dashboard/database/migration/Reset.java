package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Makes a development or test database anew: everything in its schema is dropped, then it is migrated and seeded. */
public final class Reset {

    private final Environment environment;
    private final Supplier<Connection> owner;
    private final EnvironmentGuard guard;
    private final Migrations migrations;

    /** @throws MigrationRefused if it is production */
    public Reset(DatabaseServer server) {
        this(server.environment(), server::connect, new Migrations(server));
    }

    Reset(Environment environment, Supplier<Connection> owner, Migrations migrations) {
        Seeding.requireExpendable(environment);
        this.environment = environment;
        this.owner = owner;
        this.guard = new EnvironmentGuard(environment, owner);
        this.migrations = migrations;
    }

    /**
     * What would be dropped, counted, one kind of thing or one table a line; reads only.
     *
     * @throws MigrationRefused unless the database is empty or carries this environment, or if something in another
     *     schema would go along
     */
    public List<String> contents() {
        guard.requireOwnOrEmpty();
        try (var connection = owner.get()) {
            requireNothingElsewhere(connection);
            return SchemaContents.describe(connection);
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** Does it, while no one else migrates. Killed in the middle, it leaves a database that the next migration completes. */
    public void run(MigrationLimits limits, MigrationListener listener) {
        try (var _ = MigrationLock.acquire(owner, listener::waiting);
                var connection = owner.get()) {
            guard.requireOwnOrEmpty();
            limits.limit(connection);
            connection.setAutoCommit(false);
            requireNothingElsewhere(connection);
            SchemaContents.drop(connection);
            EnvironmentMarker.write(connection, environment);
            connection.commit();
            migrations.applyLocked(connection, limits, listener);
        } catch (SQLException e) {
            throw new MigrationFailed("The database could not be reset: " + FailureMessage.of(e), e);
        }
    }

    private static void requireNothingElsewhere(Connection connection) throws SQLException {
        var dependents = SchemaContents.dependentsElsewhere(connection);
        if (!dependents.isEmpty()) {
            throw new MigrationRefused(
                    "In other schemas there is what depends on this one and would be dropped along; nothing was changed.\nDrop it first: %s."
                            .formatted(String.join(", ", dependents)));
        }
    }
}
