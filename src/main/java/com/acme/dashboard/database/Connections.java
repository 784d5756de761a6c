package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens unpooled connections, and says in one line why one cannot be made. */
public final class Connections {

    private static final int OLDEST_VERSION = 14;

    /** In seconds; longer than a statement of a page may take, see {@code spring.jdbc.template.query-timeout}. */
    private static final String SILENCE = "60";

    private Connections() {}

    /**
     * How long to wait and who we are, unless the URL says otherwise. No statement is prepared on the server: each is planned
     * for its own values, because a search that hits everything needs another plan than one that hits nothing. What the server
     * says of an error stays out of logs where it may be a row.
     */
    static DatabaseUrl withDefaults(DatabaseUrl url) {
        return url.withDefault("connectTimeout", "10")
                .withDefault("loginTimeout", "20")
                .withDefault("tcpKeepAlive", "true")
                .withDefault("prepareThreshold", "0")
                .withDefault("logServerErrorDetail", "false")
                .withDefault("ApplicationName", "acme-dashboard");
    }

    /**
     * For pages: a server that has said nothing for a minute is gone, such as one whose machine was lost, of which the network
     * tells nobody. Without that its connections would be waited for until they are all taken.
     */
    public static DatabaseUrl withPatience(DatabaseUrl url) {
        return url.withDefault("socketTimeout", SILENCE);
    }

    /**
     * Enters the database once.
     *
     * @param source what names the database, for the message
     * @throws DatabaseUnavailable if that fails, or the server's version is too old
     */
    static void check(String source, DatabaseUrl url) {
        try (Connection connection = open(source, url)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseUnavailable("%s cannot be used: %s is PostgreSQL %s, and %d or later is needed."
                        .formatted(
                                source,
                                url.address(),
                                connection.getMetaData().getDatabaseProductVersion(),
                                OLDEST_VERSION));
            }
        } catch (SQLException e) {
            throw failure(source, url, e);
        }
    }

    /**
     * A new connection.
     *
     * @throws DatabaseUnavailable if it cannot be made
     */
    public static Connection open(String source, DatabaseUrl url) {
        try {
            return DriverManager.getConnection(url.jdbcUrl(), url.credentials());
        } catch (SQLException e) {
            throw failure(source, url, e);
        }
    }

    private static DatabaseUnavailable failure(String source, DatabaseUrl url, SQLException e) {
        return new DatabaseUnavailable("%s cannot be used: %s.".formatted(source, Diagnosis.of(url, e)), e);
    }
}
