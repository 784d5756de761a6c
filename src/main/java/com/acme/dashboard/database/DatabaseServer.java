package com.acme.dashboard.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of an environment: found, reachable, entered once and new enough. Where it is an embedded server, that
 * server runs for as long as this is open.
 */
public final class DatabaseServer implements AutoCloseable {

    /** The variable with the owner's URL, which everything that changes the schema uses. */
    public static final String MIGRATION_URL_VARIABLE = "POSTGRES_MIGRATION_URL";

    private final Environment environment;
    private final DatabaseUrl url;
    private final DatabaseUrl migrationUrl;
    private final @Nullable EmbeddedServer embedded;
    private final Settings settings;
    private final Path workingDirectory;
    private boolean closedOnExit;

    private DatabaseServer(
            Environment environment,
            DatabaseUrl url,
            DatabaseUrl migrationUrl,
            @Nullable EmbeddedServer embedded,
            Settings settings,
            Path workingDirectory) {
        this.environment = environment;
        this.url = url;
        this.migrationUrl = migrationUrl;
        this.embedded = embedded;
        this.settings = settings;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Finds the environment's database: the one its variable names, or an embedded one in dev (kept in {@code .data/} of
     * the working directory) and test (thrown away on closing).
     *
     * @throws InvalidDatabaseUrl if a URL is malformed or asks for less transport security than the environment needs
     * @throws DatabaseUnavailable if there is no database, or it cannot be entered or used
     * @throws MigrationRefused if the pool's and the owner's URL lead to two databases
     */
    public static DatabaseServer open(Environment environment, Settings settings, Path workingDirectory) {
        Optional<DatabaseUrl> configured = configured(environment, settings, environment.urlVariable());
        // A test must not change the schema that another environment's variable names.
        Optional<DatabaseUrl> owner = environment == Environment.TEST
                ? Optional.empty()
                : configured(environment, settings, MIGRATION_URL_VARIABLE);
        if (configured.isPresent()) {
            DatabaseUrl url = configured.get();
            Connections.check(environment.urlVariable(), url);
            DatabaseUrl direct = owner.orElse(url);
            requireSameDatabase(environment.urlVariable(), url, direct);
            return new DatabaseServer(environment, url, direct, null, settings, workingDirectory);
        }
        if (owner.isPresent()) {
            throw new DatabaseUnavailable("%s is set, but %s is not: set both, or neither."
                    .formatted(MIGRATION_URL_VARIABLE, environment.urlVariable()));
        }
        EmbeddedServer embedded = embedded(environment, workingDirectory.resolve(EmbeddedServer.DIRECTORY));
        DatabaseUrl url = Connections.withDefaults(embedded.url());
        return new DatabaseServer(environment, url, url, embedded, settings, workingDirectory);
    }

    private static EmbeddedServer embedded(Environment environment, Path home) {
        if (environment == Environment.PROD) {
            throw new DatabaseUnavailable(
                    "No database: set POSTGRES_URL, such as postgresql://user:password@host:5432/database (in the environment or in .env.production).");
        }
        boolean kept = environment == Environment.DEV;
        // Without PostgreSQL's programs nothing is started, but the server of a checkout may run already.
        if (EmbeddedBinaries.archive().isEmpty() && !(kept && Files.exists(home))) {
            throw DatabaseUnavailable.withoutEmbedded(environment);
        }
        return kept ? EmbeddedServer.keptIn(home) : EmbeddedServer.thrownAway(home);
    }

    /** What the owner's database says of its environment must hold for the rows that the pool changes. */
    private static void requireSameDatabase(String variable, DatabaseUrl url, DatabaseUrl direct) {
        if (direct.equals(url)) {
            return;
        }
        // Both at once: a server that starts anew in between would seem to be two.
        try (var pooled = Connections.open(variable, url);
                var owned = Connections.open(MIGRATION_URL_VARIABLE, direct)) {
            if (!DatabaseIdentity.of(pooled).equals(DatabaseIdentity.of(owned))) {
                throw new MigrationRefused(
                        "%s and %s are two databases, %s at %s and %s at %s; nothing was changed.\nSet both to the same one, each by its own way."
                                .formatted(
                                        variable,
                                        MIGRATION_URL_VARIABLE,
                                        url.database(),
                                        url.address(),
                                        direct.database(),
                                        direct.address()));
            }
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** What a variable names, with the transport security that its environment needs; empty where it is not set. */
    static Optional<DatabaseUrl> configured(Environment environment, Settings settings, String variable) {
        return settings.get(variable)
                .map(url -> DatabaseUrl.parse(variable, url))
                .map(url -> TransportSecurity.apply(environment, variable, url))
                .map(Connections::withDefaults);
    }

    /** The environment whose database this is. */
    public Environment environment() {
        return environment;
    }

    /** What the application's pool uses, perhaps by way of a pooler and with fewer rights. */
    public DatabaseUrl url() {
        return url;
    }

    /** The direct connection of the owner, for everything that changes the schema; often the same as {@link #url}. */
    public DatabaseUrl migrationUrl() {
        return migrationUrl;
    }

    /** Whether the database belongs to an embedded server. */
    public boolean isEmbedded() {
        return embedded != null;
    }

    /** Whether nothing that is written to it is there after {@link #close}. */
    public boolean isThrownAway() {
        return embedded != null && environment == Environment.TEST;
    }

    /**
     * A new, unpooled connection of the owner.
     *
     * @throws DatabaseUnavailable if it cannot be made
     */
    public Connection connect() {
        return Connections.open(
                migrationUrl.equals(url) ? environment.urlVariable() : MIGRATION_URL_VARIABLE, migrationUrl);
    }

    /**
     * A server for scratch databases that can be compared with this one.
     *
     * @throws DatabaseUnavailable if there is none, or it cannot be entered
     */
    public ScratchServer scratchServer() {
        return ScratchServer.like(this, settings, workingDirectory);
    }

    /** The owner's unpooled connections. */
    public DataSource ownerDataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(migrationUrl.jdbcUrl());
        dataSource.setUser(migrationUrl.user());
        dataSource.setPassword(migrationUrl.password());
        return dataSource;
    }

    /**
     * The same, closed also when the process is interrupted. That is for commands; in the application Spring closes it, after
     * everything that uses it.
     */
    public DatabaseServer closedOnExit() {
        closedOnExit = true;
        if (embedded != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(embedded::close, "embedded-postgres"));
        }
        return this;
    }

    /** Whether that was asked for. */
    boolean isClosedOnExit() {
        return closedOnExit;
    }

    /** Leaves the embedded server, if it is one; the last to leave stops it. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
