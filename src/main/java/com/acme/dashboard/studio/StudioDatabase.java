package com.acme.dashboard.studio;

import com.acme.dashboard.database.Connections;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.DatabaseUrl;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database that Studio looks into, with the application's role, over a few connections of its own: a long look leaves
 * the application's pool alone. Nothing here asks for a permission; the services in front of it do.
 */
@Component
public class StudioDatabase implements DisposableBean {

    /** How long the database may work for one reading, in a page that somebody looks at. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int CONNECTIONS = 4;

    /** How long an export may take, and with it the database for the next rows of one. */
    static final Duration LONGEST_EXPORT = Duration.ofMinutes(30);

    /** What the driver may hold of an export at one time, in its notation, where wide rows follow narrow ones unexpectedly. */
    private static final String EXPORT_BUFFER = "64M";

    private final DatabaseServer server;
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient client;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final JdbcTemplate exporting;

    /** Of that database, with the application's role. */
    public StudioDatabase(DatabaseServer server) {
        this.server = server;
        pool.setPoolName("studio");
        var url = Connections.withPatience(server.url());
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        // A page asks twice, whether anything may be changed and for what it shows: without a database it waits twice.
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        // It connects when somebody looks: the application starts without Studio's connections.
        pool.setInitializationFailTimeout(-1);
        client = JdbcClient.create(new JdbcTemplate(pool));
        var transactions = new JdbcTransactionManager(pool);
        // The server, too, refuses to write then.
        transactions.setEnforceReadOnly(true);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setTimeout((int) PATIENCE.toSeconds());
        writing = new TransactionTemplate(transactions);
        writing.setTimeout((int) PATIENCE.toSeconds());
        exporting = new JdbcTemplate(beside(server.url()
                .with("maxResultBuffer", EXPORT_BUFFER)
                .with(
                        "socketTimeout",
                        String.valueOf(LONGEST_EXPORT.plusMinutes(1).toSeconds()))));
    }

    /**
     * Reads in one transaction that cannot write.
     *
     * @throws org.springframework.dao.DataAccessException where the database fails, or takes longer than {@link #PATIENCE}
     */
    <T> T read(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(reading.execute(transaction -> work.apply(client)));
    }

    /**
     * Writes in one transaction, all of it or nothing.
     *
     * @throws org.springframework.dao.DataAccessException where the database fails, or takes longer than {@link #PATIENCE}
     */
    <T> T write(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(writing.execute(transaction -> work.apply(client)));
    }

    /**
     * Hands over the rows of a statement one by one, within {@link #LONGEST_EXPORT}, in one transaction that cannot write. It has a
     * connection of its own, whose driver holds no more than some megabytes.
     *
     * @param runs hears of the statement before it starts
     * @param row may set how many rows the driver fetches next
     * @throws org.springframework.dao.DataAccessException where the database fails
     */
    void stream(String sql, List<Object> values, Consumer<Statement> runs, RowCallbackHandler row) {
        exporting.execute((ConnectionCallback<@Nullable Void>) connection -> {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout((int) LONGEST_EXPORT.toSeconds());
                statement.setFetchSize(FetchSize.FIRST);
                new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
                runs.accept(statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        row.processRow(rows);
                    }
                }
            }
            return null;
        });
    }

    /**
     * A new connection beside the pool, for what a person writes. Its session on the server may be another's before and after:
     * a pooler lets many connections take turns in one.
     *
     * @param silence how long the server may say nothing before it counts as gone
     * @param buffer how much of a result the driver may hold at one time, in its notation
     */
    public Connection connect(Duration silence, String buffer) throws SQLException {
        return beside(server.url()
                        .with("socketTimeout", String.valueOf(silence.toSeconds()))
                        .with("maxResultBuffer", buffer)
                        .with("ApplicationName", "acme-studio-sql"))
                .getConnection();
    }

    /** Whether the driver was to hold more of a result than it may, for which it has no code of its own. */
    public static boolean isTooLarge(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
    }

    private static PGSimpleDataSource beside(DatabaseUrl url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password());
        return source;
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
