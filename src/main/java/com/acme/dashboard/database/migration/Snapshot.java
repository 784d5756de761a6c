package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A database as it is at one moment, whatever others change while it is read. */
final class Snapshot {

    private Snapshot() {}

    /**
     * Begins a transaction that only reads, and sees the database as it is at its first query. Not by the connection's own
     * setting, which is the session's: behind a pooler that session is another client's next.
     */
    static void begin(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
    }

    /**
     * Reads in one snapshot: another process that migrates meanwhile is either seen with all its marks or not at all.
     *
     * @throws MigrationFailed if the database does not answer as it should
     */
    static <T> T read(Supplier<Connection> connections, Reading<T> reading) {
        try (var connection = connections.get()) {
            begin(connection);
            var result = reading.from(connection);
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** What is read of a connection. */
    interface Reading<T> {

        /** Reads, and leaves the transaction as it is. */
        T from(Connection connection) throws SQLException;
    }
}
