package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * How long a statement of a change set may take; zero is without end.
 *
 * @param lock how long it waits for a lock, and with it everybody who comes after it
 * @param statement how long it runs
 * @param waits how long to leave the table alone before each further try
 */
public record MigrationLimits(Duration lock, Duration statement, List<Duration> waits) {

    /** Five seconds for a lock, no end for a statement. */
    public static final MigrationLimits DEFAULT = new MigrationLimits(Duration.ofSeconds(5), Duration.ZERO);

    /** With four further tries, after 1, 2, 4 and 8 seconds. */
    public MigrationLimits(Duration lock, Duration statement) {
        this(
                lock,
                statement,
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)));
    }

    /** Begins a transaction, and holds for that: nothing is left in a session that a pooler lends to others afterwards. */
    void limitTransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + lock.toMillis());
            statement.execute("set local statement_timeout = " + this.statement.toMillis());
        }
    }

    /** For as long as the connection lasts. */
    void limit(Connection connection) throws SQLException {
        Disconnection.noticeSoon(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + lock.toMillis());
            statement.execute("set statement_timeout = " + this.statement.toMillis());
        }
    }
}
