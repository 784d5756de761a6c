package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The rows of an environment to try things with: put into its empty tables, and only there. */
public final class Seeding {

    private final Supplier<Connection> owner;
    private final SingletonSupplier<Changelog> changelog;
    private final Migrations migrations;

    /** @throws MigrationRefused if it is production, which has none */
    public Seeding(DatabaseServer server) {
        this(server.environment(), server::connect, () -> Changelog.of(server.environment()));
    }

    Seeding(Environment environment, Supplier<Connection> owner, Supplier<Changelog> changelog) {
        requireExpendable(environment);
        this.owner = owner;
        this.changelog = SingletonSupplier.of(changelog);
        this.migrations = new Migrations(environment, owner, this.changelog);
    }

    static void requireExpendable(Environment environment) {
        if (environment == Environment.PROD) {
            throw new MigrationRefused("Never in production; nothing was changed.");
        }
    }

    /**
     * Fills the tables that are empty, all or none of them, and tells how many rows each got.
     *
     * @throws MigrationRefused unless the database carries this environment
     * @throws MigrationFailed if change sets are pending
     */
    public Map<String, Integer> seed(Runnable waiting) {
        try (var _ = MigrationLock.acquire(owner, waiting);
                var connection = owner.get()) {
            migrations.requireNothingPending();
            Disconnection.noticeSoon(connection);
            connection.setAutoCommit(false);
            Map<String, Integer> seeded = new TreeMap<>();
            try (var statement = connection.createStatement()) {
                for (var sql : changelog.obtain().seeding()) {
                    int rows = statement.executeUpdate(sql);
                    if (rows > 0) {
                        seeded.merge(tableOf(sql), rows, Integer::sum);
                    }
                }
            }
            connection.commit();
            return seeded;
        } catch (SQLException e) {
            throw new MigrationFailed("The database could not be seeded: " + FailureMessage.of(e), e);
        }
    }

    private static String tableOf(String insert) {
        var cursor = SqlStatement.split(insert, 1).getFirst().cursor();
        cursor.accept("insert", "into");
        return cursor.name();
    }
}
