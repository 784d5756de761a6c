package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Has the server notice soon that this process or its machine is gone, so that it lets go of every lock. By itself it looks
 * at the connection only when a statement has ended, and may wait for hours for a machine that says nothing any more.
 */
final class Disconnection {

    private static final String INVALID_VALUE = "22023";

    private Disconnection() {}

    /** For as long as the connection lasts; within seconds of a killed process, and about a minute of a lost machine. */
    static void noticeSoon(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    set tcp_keepalives_idle = 30;
                    set tcp_keepalives_interval = 10;
                    set tcp_keepalives_count = 3;
                    set idle_in_transaction_session_timeout = '5min'
                    """);
            statement.execute("set client_connection_check_interval = '5s'");
        } catch (SQLException e) {
            // Some systems that a server may run on cannot look at a connection while a statement runs.
            if (!INVALID_VALUE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
