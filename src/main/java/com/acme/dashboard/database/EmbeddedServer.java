package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's use of the PostgreSQL server on one directory. Whoever comes first starts the server, whoever comes later
 * finds it by its {@code postmaster.pid}, everybody keeps one connection as a lease, and whoever leaves last stops it.
 * Coming and leaving happen under a file lock, so that there are never two servers on one directory.
 *
 * <p>A process that is killed leaves its server running; the next one finds it.
 */
final class EmbeddedServer implements AutoCloseable {

    /** Where a checkout keeps its server, below the working directory; outside version control. */
    static final String DIRECTORY = ".data";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** Nothing has to outlive a crash, and no password is worth guessing. */
    private static final List<String> THROWN_AWAY_SETTINGS =
            List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off", "scram_iterations=1");

    private static final String ROLE = "dashboard";
    private static final String DATABASE = "dashboard";
    private static final String LEAVING = "acme-dashboard leaving";

    private final PostgresDirectory directory;
    private final Connection lease;
    private final String application;
    private final DatabaseUrl url;
    private final @Nullable ThrownAwayDirectory thrownAway;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(
            PostgresDirectory directory,
            Connection lease,
            String application,
            DatabaseUrl url,
            @Nullable ThrownAwayDirectory thrownAway) {
        this.directory = directory;
        this.lease = lease;
        this.application = application;
        this.url = url;
        this.thrownAway = thrownAway;
    }

    /**
     * Enters the server whose data stay in that directory, and starts it if it does not run.
     *
     * @throws DatabaseUnavailable if it cannot be started or entered
     */
    static EmbeddedServer keptIn(Path home) {
        try {
            Files.createDirectories(home);
            Path realHome = home.toRealPath();
            return enter(new PostgresDirectory(realHome, realHome, List.of("synchronous_commit=off")), null);
        } catch (IOException | SQLException e) {
            throw unavailable(home, e);
        }
    }

    /**
     * Starts a server of its own, which is gone after {@link #close}: in memory where the system has room for files there
     * ({@link MemoryDirectory}), since making and dropping databases is what it is for, else below that directory.
     *
     * @param home where PostgreSQL's programs are unpacked
     * @throws DatabaseUnavailable if it cannot be started
     */
    static EmbeddedServer thrownAway(Path home) {
        return thrownAwayIn(MemoryDirectory.find().orElse(home), home);
    }

    /** The same below a directory of the caller's choice. What a killed process left there is removed. */
    static EmbeddedServer thrownAwayIn(Path place, Path home) {
        try {
            Files.createDirectories(home);
            Path realHome = home.toRealPath();
            ThrownAwayDirectory own = ThrownAwayDirectory.make(realHome, place.toRealPath());
            return enter(new PostgresDirectory(realHome, own.path(), THROWN_AWAY_SETTINGS), own);
        } catch (IOException | SQLException e) {
            throw unavailable(home, e);
        }
    }

    private static EmbeddedServer enter(PostgresDirectory directory, @Nullable ThrownAwayDirectory thrownAway)
            throws IOException, SQLException {
        String application = "acme-dashboard " + ProcessHandle.current().pid() + "."
                + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        try (var _ = directory.lock()) {
            Optional<DatabaseUrl> running = directory.running();
            DatabaseUrl postgres =
                    (running.isPresent() ? running.get() : directory.start()).with("ApplicationName", application);
            Connection lease = Connections.open("Embedded PostgreSQL", postgres);
            try {
                createDatabase(lease);
            } catch (SQLException e) {
                lease.close();
                throw e;
            }
            return new EmbeddedServer(directory, lease, application, postgres.withDatabase(DATABASE), thrownAway);
        }
    }

    private static void createDatabase(Connection lease) throws SQLException {
        try (Statement statement = lease.createStatement();
                ResultSet existing =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (existing.next()) {
                return;
            }
        }
        try (Statement statement = lease.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
    }

    /** The application's database on this server, with a user that may do everything. */
    DatabaseUrl url() {
        return url;
    }

    /** Leaves the server; whoever is the last client stops it. Doing it twice is harmless. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (thrownAway != null) {
                throwAway(thrownAway);
            } else {
                leave();
            }
        } catch (IOException | SQLException e) {
            LOG.warn("The embedded PostgreSQL in {} was not left in order: {}", directory, e.getMessage());
        }
    }

    private void throwAway(ThrownAwayDirectory own) throws IOException, SQLException {
        lease.close();
        directory.stop("immediate");
        own.delete();
    }

    private void leave() throws IOException, SQLException {
        try (var _ = directory.lock()) {
            if (!lease.isValid(5)) {
                return;
            }
            endOwnConnections();
            boolean last = isLast();
            try (Statement statement = lease.createStatement()) {
                statement.execute("set application_name = '" + LEAVING + "'");
            }
            lease.close();
            if (last) {
                directory.stop("fast");
            }
        }
    }

    /** The pool is closed by now, but the server notices that a little later. */
    private void endOwnConnections() throws SQLException {
        try (PreparedStatement statement = lease.prepareStatement("""
                select pg_terminate_backend(pid, 5000)
                  from pg_stat_activity
                 where application_name = ? and pid <> pg_backend_pid()
                """)) {
            statement.setString(1, application);
            statement.execute();
        }
    }

    private boolean isLast() throws SQLException {
        try (PreparedStatement statement = lease.prepareStatement("""
                select not exists (
                    select from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> ?)
                """)) {
            statement.setString(1, LEAVING);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static DatabaseUnavailable unavailable(Path home, Exception e) {
        var reason = e instanceof IOException file ? FailureMessage.ofFile(file) : e.getMessage();
        return new DatabaseUnavailable("The embedded PostgreSQL in %s cannot be used: %s".formatted(home, reason), e);
    }

    static DatabaseUrl url(int port, String password) {
        return new DatabaseUrl(
                List.of(new DatabaseUrl.Host("127.0.0.1", port)), "postgres", ROLE, password, new LinkedHashMap<>());
    }

    static String role() {
        return ROLE;
    }
}
