package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.DatabaseUrl;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.TestDatabase;
import com.acme.dashboard.database.sql.SqlStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An empty database for one test. */
public final class OwnDatabase {

    /** Of the roles that {@link #newRole} makes. */
    public static final String PASSWORD = "of a test";

    private final DatabaseUrl url;

    public OwnDatabase() {
        this(TestDatabase.createEmpty().with("sslmode", "disable"));
    }

    /** A database that is there already. */
    OwnDatabase(DatabaseUrl url) {
        this.url = url;
    }

    /** A new one with all that is in this one, to which nobody may be connected; takes less time than to migrate it. */
    public OwnDatabase copy() {
        return new OwnDatabase(TestDatabase.createCopy(url).with("sslmode", "disable"));
    }

    public String name() {
        return url.database();
    }

    /** Another database of the same server. */
    public OwnDatabase sibling(String name) {
        return new OwnDatabase(url.withDatabase(name));
    }

    /** With the password, as a variable would hold it. */
    public String url() {
        return TestDatabase.text(url);
    }

    /** The server that it is on, for scratch databases that can be compared with it. */
    ScratchServer scratchServer() {
        var settings = Settings.of(Map.of(Environment.TEST.urlVariable(), url(), ScratchServer.URL_VARIABLE, url()));
        var nowhere = Path.of("");
        try (var live = DatabaseServer.open(Environment.TEST, settings, nowhere)) {
            return ScratchServer.like(live, settings, nowhere);
        }
    }

    /** The same as another role enters it that {@link #newRole} made. */
    public String urlOf(String role) {
        return as(role, PASSWORD).url();
    }

    /** The same as another role enters it. */
    public OwnDatabase as(String role, String password) {
        return new OwnDatabase(new DatabaseUrl(url.hosts(), url.database(), role, password, url.parameters()));
    }

    /** Makes a role of this database's own that can log in, with these attributes, and returns its name. */
    public String newRole(String attributes) {
        var role = url.database() + "_somebody";
        run("create role %s login password '%s' %s".formatted(role, PASSWORD, attributes));
        return role;
    }

    public Connection connect() {
        return TestDatabase.connect(url);
    }

    /** With that schema as the current one, whether it is there or not. */
    Connection connectTo(String schema) {
        var connection = connect();
        try {
            connection.setSchema(schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }

    public Migrations migrations(Environment environment) {
        return new Migrations(environment, this::connect, () -> Changelog.of(environment));
    }

    /** Brings it to the whole changelog of that environment. */
    public void migrate(Environment environment) {
        migrations(environment).apply(new MigrationListener() {});
    }

    /** Brings an empty database to the first so many change sets of that environment. */
    public void migrate(Environment environment, int changeSets) {
        var changelog = Changelog.of(environment);
        var wanted = changelog.missingFrom(List.of()).subList(0, changeSets);
        guard(environment).mark();
        try (var connection = connect()) {
            changelog.build(connection, wanted::contains, new MigrationListener() {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public EnvironmentGuard guard(Environment environment) {
        return new EnvironmentGuard(environment, this::connect);
    }

    public void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs statements one after another in one session, as psql does; a transaction is what they begin and end themselves. */
    void runScript(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var text : SqlStatement.texts(sql)) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of each row, as text. */
    public List<String> column(String query) {
        var values = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return values;
    }

    public String value(String query) {
        return column(query).getFirst();
    }
}
