package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.dashboard.database.migration.EnvironmentGuard;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The databases of one test run: on the server that {@code DATABASE_URL_TEST} names, else in a container where a Docker
 * engine answers, else on an embedded server. Nothing of them is left after the run.
 */
public final class TestDatabase {

    /** What the names of this run's databases begin with; other runs may use the same server. */
    private static final String RUN = "acme_test_%d_%s_"
            .formatted(
                    ProcessHandle.current().pid(), UUID.randomUUID().toString().substring(0, 8));

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** The database that all tests of the whole application share. */
    public static DatabaseUrl shared() {
        return Shared.URL;
    }

    /** Settings that name that database, or any other one, as the environment test's. */
    public static Settings settings(DatabaseUrl url) {
        return Settings.of(Map.of(Environment.TEST.urlVariable(), text(url)));
    }

    /** The URL with its password, as a variable would hold it. */
    public static String text(DatabaseUrl url) {
        StringBuilder text = new StringBuilder(url.jdbcUrl());
        url.credentials()
                .forEach((name, value) -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value.toString(), UTF_8)));
        return text.toString();
    }

    /**
     * A new, empty database on the same server, with a role that may do everything; dropped after the run, together with
     * the roles whose names begin with the database's and an underscore.
     */
    public static DatabaseUrl createEmpty() {
        return create("");
    }

    /** The same with all that another one of this run holds, to which nobody may be connected. */
    public static DatabaseUrl createCopy(DatabaseUrl original) {
        return create(" template " + original.database());
    }

    private static DatabaseUrl create(String options) {
        DatabaseUrl server = Server.URL;
        String name = RUN + DATABASES.incrementAndGet();
        execute(server, "create database " + name + options);
        return server.withDatabase(name);
    }

    /** One after the other: the server has not as many connections as there are databases. */
    private static void dropAll(DatabaseUrl server) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (int number = 1; number <= DATABASES.get(); number++) {
                drop(RUN + number, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Dropping the run's databases failed", e);
        }
    }

    private static void drop(String name, Statement statement) {
        try {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("""
                    do $$
                    declare role text;
                    begin
                        for role in select rolname from pg_roles where starts_with(rolname, '%s_') loop
                            execute format('drop role %%I', role);
                        end loop;
                    end
                    $$""".formatted(name));
        } catch (SQLException e) {
            System.err.println(name + " was not dropped: " + e.getMessage());
        }
    }

    /**
     * Ends a test run before it has begun that somebody's variable sends to a database with something in it: nothing but
     * a test database or an empty one is used.
     */
    static void requireTestOrEmpty(DatabaseUrl url) {
        try (var server = DatabaseServer.open(Environment.TEST, settings(url), Path.of(""))) {
            new EnvironmentGuard(server).requireOwnOrEmpty();
        }
    }

    /** A new connection to one of this run's databases. */
    public static Connection connect(DatabaseUrl url) {
        return Connections.open("The test database", url);
    }

    private static void execute(DatabaseUrl url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Ends a server or its databases with the process, after the applications that use it, which end at the same time. */
    private static void atTheEnd(DatabaseUrl url, Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitOtherClients(url);
            end.run();
        }));
    }

    private static void awaitOtherClients(DatabaseUrl url) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try (Connection connection = connect(url.with("ApplicationName", "last"));
                Statement statement = connection.createStatement()) {
            boolean others = true;
            while (others && System.nanoTime() < deadline) {
                try (ResultSet clients = statement.executeQuery("""
                        select pg_sleep(0.05), count(*)
                          from pg_stat_activity
                         where starts_with(datname, '%s') and pid <> pg_backend_pid()
                        """.formatted(RUN))) {
                    others = clients.next() && clients.getInt(2) > 0;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Waiting for the other clients failed", e);
        }
    }

    private static boolean mayCreateDatabases(DatabaseUrl url) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) {
            return role.next() && role.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Asking for the role's rights failed", e);
        }
    }

    /** Made by the first test that needs it. */
    private static final class Server {

        private static final Optional<DatabaseUrl> CONFIGURED = Settings.load(
                        Environment.TEST, System.getenv(), Path.of(""))
                .get(Environment.TEST.urlVariable())
                .map(url -> DatabaseUrl.parse(Environment.TEST.urlVariable(), url));
        private static final DatabaseUrl URL = CONFIGURED.map(Server::use).orElseGet(Server::start);

        /** A server that outlives the run. */
        private static DatabaseUrl use(DatabaseUrl url) {
            requireTestOrEmpty(url);
            atTheEnd(url, () -> dropAll(url));
            return chosen("the server of DATABASE_URL_TEST", url);
        }

        private static DatabaseUrl chosen(String what, DatabaseUrl url) {
            System.out.println("The tests use %s, %s".formatted(what, url));
            return url;
        }

        private static DatabaseUrl start() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return container();
            }
            EmbeddedServer server = EmbeddedServer.thrownAway(Path.of(EmbeddedServer.DIRECTORY));
            atTheEnd(server.url(), server::close);
            return chosen("an embedded PostgreSQL that is thrown away", server.url());
        }

        /** It ends with this process, by Testcontainers' own means. */
        @SuppressWarnings("resource")
        private static DatabaseUrl container() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
            container.start();
            return chosen(
                    "a container that is thrown away",
                    new DatabaseUrl(
                            List.of(new DatabaseUrl.Host(container.getHost(), container.getFirstMappedPort())),
                            container.getDatabaseName(),
                            container.getUsername(),
                            container.getPassword(),
                            new LinkedHashMap<>()));
        }
    }

    private static final class Shared {
        private static final DatabaseUrl URL = mayCreateDatabases(Server.URL) ? createEmpty() : Server.URL;
    }
}
