package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/**
 * Lets one process at a time migrate a database. It is an advisory lock of a connection of its own that commits each
 * statement: whoever waits holds no transaction open, which an index being built concurrently would have to wait for,
 * and when a process dies the server lets go of the lock. Liquibase's own lock is not enough, because Liquibase makes
 * its table before it takes it.
 */
final class MigrationLock implements AutoCloseable {

    /** "acmemigr" in ASCII: any number does, as long as every version of this program uses the same. */
    private static final long KEY = 0x61636d656d696772L;

    private static final long POLL_NANOS = 200_000_000L;

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits until the lock is held.
     *
     * @param connections the owner's; one of them is kept until the lock is closed
     * @param waiting called once if another process has the lock
     * @throws MigrationRefused if the connections lead to a pooler that would lose the lock
     */
    static MigrationLock acquire(Supplier<Connection> connections, Runnable waiting) throws SQLException {
        var connection = connections.get();
        try {
            connection.setAutoCommit(true);
            requireOwnSession(connection, connections);
            Disconnection.noticeSoon(connection);
            if (!tryLock(connection)) {
                waiting.run();
                while (!tryLock(connection)) {
                    LockSupport.parkNanos(POLL_NANOS);
                    if (Thread.currentThread().isInterrupted()) {
                        throw new MigrationFailed("Interrupted while another process migrates this database.");
                    }
                }
            }
            return new MigrationLock(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A pooler gives its clients keys of its own for cancelling, which differ from those of the server. That may be one
     * which keeps a session for each client. One that does so for a transaction only gives this client another session the
     * next time, or gives this one to another client, or has to take another one while that client is at work.
     */
    private static void requireOwnSession(Connection connection, Supplier<Connection> connections) throws SQLException {
        int session = sessionOf(connection);
        if (connection.unwrap(PGConnection.class).getBackendPID() == session) {
            return;
        }
        try (var other = connections.get()) {
            other.setAutoCommit(false);
            if (sessionOf(connection) != session || sessionOf(other) == session || sessionOf(connection) != session) {
                throw new MigrationRefused(
                        "The database is reached through a pooler in transaction mode, which loses the lock that keeps two migrations apart; nothing was changed.\n"
                                + "Name a direct connection in %s, in test in %s."
                                        .formatted(
                                                DatabaseServer.MIGRATION_URL_VARIABLE, Environment.TEST.urlVariable()));
            }
        }
    }

    private static int sessionOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Ends the connection, and with it the lock. */
    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + KEY + ")");
        }
    }
}
