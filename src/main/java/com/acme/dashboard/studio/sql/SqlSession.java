package com.acme.dashboard.studio.sql;

import com.acme.dashboard.studio.StudioDatabase;
import com.acme.dashboard.studio.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection with one transaction, for one run: closed, both are gone, and so is whatever was not committed. */
final class SqlSession implements AutoCloseable {

    /** So many rows the driver fetches at a time: the more, the more of large ones it holds. */
    private static final int FETCH = 100;

    /** So much longer than the server's own limits the driver waits for it. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String LIMITS = """
            select set_config('statement_timeout', ?, true),
                   set_config('lock_timeout', ?, true),
                   set_config('idle_in_transaction_session_timeout', ?, true)
            """;

    private static final String TABLES = """
            select nspname, relname, array_agg(attname::text)
            from pg_attribute
            join pg_class c on c.oid = attrelid
            join pg_namespace n on n.oid = relnamespace
            where relkind in ('r', 'p', 'v', 'm', 'f') and not attisdropped
            group by nspname, relname
            having bool_or(attname ~* ?)
            """;

    private static final String UNLOCK = "select pg_catalog.pg_advisory_unlock_all()";

    /** First what is still due, within the run's limits: it may set something, too, and keeps a table from being dropped. */
    private static final String AS_IT_WAS = """
            set constraints all immediate;
            reset session authorization;
            reset role;
            reset all;
            close all;
            discard temp;
            discard sequences;
            """ + UNLOCK;

    private final Connection connection;
    private final SqlMode mode;

    private SqlSession(Connection connection, SqlMode mode) {
        this.connection = connection;
        this.mode = mode;
    }

    static SqlSession open(StudioDatabase database, SqlMode mode) throws SQLException {
        var connection = database.connect(mode.timeout().plus(GRACE), SqlLimits.BUFFER);
        try {
            connection.setReadOnly(!mode.changes());
            connection.setAutoCommit(false);
            return new SqlSession(connection, mode);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Sets the limits for the next statement, whatever the one before has set. It is the first thing the transaction does:
     * after a query the server lets nobody make it one that writes.
     */
    void limit() throws SQLException {
        try (var limits = connection.prepareStatement(LIMITS)) {
            limits.setString(1, String.valueOf(mode.timeout().toMillis()));
            limits.setString(2, String.valueOf(SqlLimits.LOCK_TIMEOUT.toMillis()));
            limits.setString(3, String.valueOf(SqlLimits.IDLE_TIMEOUT.toMillis()));
            limits.execute();
        }
    }

    /** Whether the driver, too, takes it for one statement: it sends each that it sees by itself. */
    boolean isSingle(String sql) throws SQLException {
        var standard = connection.unwrap(BaseConnection.class).getStandardConformingStrings();
        return Parser.parseJdbcSql(sql, standard, false, true, false, false).size() == 1;
    }

    /**
     * A statement whose rows come a few at a time, as they are read. Where it may change something, all of them do: a function
     * that is called for each row shall have been called for every one.
     */
    Statement statement() throws SQLException {
        var statement = connection.createStatement();
        // What JDBC calls escapes, such as {d …}, is no SQL.
        statement.setEscapeProcessing(false);
        statement.setFetchSize(FETCH);
        if (!mode.changes()) {
            statement.setMaxRows(SqlLimits.ROWS + 1);
        }
        return statement;
    }

    /** The text that stands in the first column of all rows together. */
    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var _ = Notices.of(statement)) {
            statement.setEscapeProcessing(false);
            var text = new StringBuilder();
            try (ResultSet lines = statement.executeQuery(sql)) {
                while (lines.next()) {
                    text.append(lines.getString(1)).append('\n');
                }
            }
            return text.toString();
        }
    }

    /** The tables that have a column with such a name, each with the names of all its columns, the system's included. */
    Map<TableName, Set<String>> tablesWith(String columnName) throws SQLException {
        try (var query = connection.prepareStatement(TABLES)) {
            query.setString(1, columnName);
            var tables = new HashMap<TableName, Set<String>>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.put(new TableName(rows.getString(1), rows.getString(2)), Set.of((String[])
                            rows.getArray(3).getArray()));
                }
            }
            return tables;
        }
    }

    /** What Spring's way of asking needs, in the same transaction. */
    JdbcClient client() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Commits, or leaves it to {@link #close} to undo everything. Before, in the same transaction, the server's session is
     * made what it was: a pooler hands it to the application's own queries next. What undoing takes back is left to it.
     */
    void end(boolean commit) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(commit ? AS_IT_WAS : UNLOCK);
        }
        if (commit) {
            limit();
            connection.commit();
        }
    }

    /** Ends what the server is doing for this session, from another thread. */
    void cancel() throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void close() throws SQLException {
        // What was not committed the server undoes with the connection.
        connection.close();
    }
}
