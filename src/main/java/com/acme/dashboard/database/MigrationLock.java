package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

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

    /** Waits until the lock is held, for as long as the connection, which is its own. {@code waiting} is called once if another process has it. */
    static MigrationLock acquire(Connection connection, Runnable waiting) throws SQLException {
        try {
            connection.setAutoCommit(true);
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
