package com.acme.dashboard.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server on which scratch databases are made, for the changelog to build a schema in that nobody else has touched.
 * They are databases of their own, never a schema inside a user's, and never on another major version than the database
 * that they are compared with: its catalogs would tell the same schema in other words.
 */
public final class ScratchServer implements AutoCloseable {

    /** The variable with the URL of a server that is for scratch databases. */
    public static final String URL_VARIABLE = "POSTGRES_SCRATCH_URL";

    private final String source;
    private final DatabaseUrl url;
    private final Surroundings surroundings;
    private final @Nullable EmbeddedServer embedded;

    /** Why the embedded server is not used, which would have been asked first. */
    private final @Nullable DatabaseUnavailable withoutEmbedded;

    private ScratchServer(
            String source,
            DatabaseUrl url,
            Surroundings surroundings,
            @Nullable EmbeddedServer embedded,
            @Nullable DatabaseUnavailable withoutEmbedded) {
        this.source = source;
        this.url = url;
        this.surroundings = surroundings;
        this.embedded = embedded;
        this.withoutEmbedded = withoutEmbedded;
    }

    /**
     * One whose databases can be compared with that one: where {@code POSTGRES_SCRATCH_URL} says, else the checkout's
     * embedded server where it starts and is of the same major version, else the database's own server.
     *
     * @throws InvalidDatabaseUrl if the variable's URL is malformed or asks for less transport security than needed
     * @throws DatabaseUnavailable if there is no such server, or it cannot be entered
     */
    public static ScratchServer like(DatabaseServer live, Settings settings, Path workingDirectory) {
        int version;
        Surroundings surroundings;
        try (var connection = live.connect()) {
            connection.setReadOnly(true);
            version = connection.getMetaData().getDatabaseMajorVersion();
            surroundings = Surroundings.of(connection);
        } catch (SQLException e) {
            throw unavailable("The database to compare with", live.migrationUrl(), e);
        }
        var configured = DatabaseServer.configured(live.environment(), settings, URL_VARIABLE);
        if (configured.isPresent()) {
            var there = majorVersion(URL_VARIABLE, configured.get());
            if (there != version) {
                throw new DatabaseUnavailable(
                        "%s cannot be used: it names PostgreSQL %d, but the database to compare with is PostgreSQL %d."
                                .formatted(URL_VARIABLE, there, version));
            }
            return new ScratchServer(URL_VARIABLE, configured.get(), surroundings, null, null);
        }
        DatabaseUnavailable withoutEmbedded = null;
        if (!live.isEmbedded()) {
            try {
                var embedded = embedded(workingDirectory, version, surroundings);
                if (embedded.isPresent()) {
                    return live.isClosedOnExit() ? embedded.get().closedOnExit() : embedded.get();
                }
            } catch (DatabaseUnavailable e) {
                // It would only have spared the database's own server the work.
                withoutEmbedded = e;
            }
        }
        return new ScratchServer("The server", live.migrationUrl(), surroundings, null, withoutEmbedded);
    }

    /**
     * Any: where {@code POSTGRES_SCRATCH_URL} says, else the checkout's embedded server.
     *
     * @throws InvalidDatabaseUrl if the variable's URL is malformed or asks for less transport security than dev needs
     * @throws DatabaseUnavailable if there is none, or it cannot be entered
     */
    public static ScratchServer any(Settings settings, Path workingDirectory) {
        var configured = DatabaseServer.configured(Environment.DEV, settings, URL_VARIABLE);
        if (configured.isPresent()) {
            Connections.check(URL_VARIABLE, configured.get());
            return new ScratchServer(URL_VARIABLE, configured.get(), Surroundings.USUAL, null, null);
        }
        if (EmbeddedBinaries.archive().isEmpty()) {
            throw new DatabaseUnavailable("No server for a scratch database: there is no embedded PostgreSQL outside of"
                    + " a checkout. Set %s to one whose role may create databases.".formatted(URL_VARIABLE));
        }
        try {
            return embedded(
                    EmbeddedServer.keptIn(workingDirectory.resolve(EmbeddedServer.DIRECTORY)), Surroundings.USUAL);
        } catch (DatabaseUnavailable e) {
            throw new DatabaseUnavailable(
                    FailureMessage.with(
                            String.valueOf(e.getMessage()),
                            "Or set %s to a server whose role may create databases.".formatted(URL_VARIABLE)),
                    e);
        }
    }

    private static Optional<ScratchServer> embedded(Path workingDirectory, int version, Surroundings surroundings) {
        if (EmbeddedBinaries.archive().isEmpty()) {
            return Optional.empty();
        }
        var server = embedded(EmbeddedServer.keptIn(workingDirectory.resolve(EmbeddedServer.DIRECTORY)), surroundings);
        try {
            if (majorVersion(server.source, server.url) == version) {
                return Optional.of(server);
            }
        } catch (DatabaseUnavailable e) {
            server.close();
            throw e;
        }
        server.close();
        return Optional.empty();
    }

    private static ScratchServer embedded(EmbeddedServer server, Surroundings surroundings) {
        return new ScratchServer("Embedded PostgreSQL", server.url(), surroundings, server, null);
    }

    private static int majorVersion(String source, DatabaseUrl url) {
        try (var connection = Connections.open(source, url)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw unavailable(source, url, e);
        }
    }

    /**
     * A new, empty database. What killed processes left on this server is dropped first.
     *
     * @throws DatabaseUnavailable if the role may not create databases; the message names the privilege and the variable, and
     *     why a checkout's embedded server is not used
     */
    public ScratchDatabase create() {
        try {
            return ScratchDatabase.create(source, url, surroundings);
        } catch (SQLException e) {
            throw alsoWithoutEmbedded(unavailable("A scratch database", url, e));
        } catch (DatabaseUnavailable e) {
            throw alsoWithoutEmbedded(e);
        }
    }

    private DatabaseUnavailable alsoWithoutEmbedded(DatabaseUnavailable failure) {
        return withoutEmbedded == null
                ? failure
                : new DatabaseUnavailable(
                        FailureMessage.with(
                                String.valueOf(failure.getMessage()), String.valueOf(withoutEmbedded.getMessage())),
                        failure);
    }

    private static DatabaseUnavailable unavailable(String source, DatabaseUrl url, SQLException e) {
        return new DatabaseUnavailable("%s cannot be used: %s.".formatted(source, Diagnosis.of(url, e)), e);
    }

    /** The same, left also when the process is interrupted; for commands, see {@link DatabaseServer#closedOnExit}. */
    public ScratchServer closedOnExit() {
        if (embedded != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(embedded::close, "scratch-postgres"));
        }
        return this;
    }

    /** Leaves the embedded server, if it is one. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
