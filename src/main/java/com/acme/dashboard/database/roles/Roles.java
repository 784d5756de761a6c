package com.acme.dashboard.database.roles;

import com.acme.dashboard.database.Connections;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.DatabaseUnavailable;
import com.acme.dashboard.database.DatabaseUrl;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.schema.Difference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PasswordUtil;

/** Gives a database its three roles: owner, app and readonly. */
public final class Roles {

    private final DatabaseServer server;

    /** Of that server's database, as its owner. */
    public Roles(DatabaseServer server) {
        this.server = server;
    }

    /** The names of the roles, in the order of {@link DatabaseRole}. */
    public List<String> names() {
        return Stream.of(DatabaseRole.values()).map(this::nameOf).toList();
    }

    /** The SQL, for {@code psql}; it holds no password. Reads only. */
    public String script() {
        try (var connection = server.connect()) {
            connection.setReadOnly(true);
            var text = new StringBuilder("""
                    -- The roles of the database %s. Run again, it changes nothing.
                    -- Passwords do not stand here: \\password in psql asks for one and sends only its hash, such as
                    -- \\password %s

                    begin;
                    """.formatted(server.migrationUrl().database(), nameOf(DatabaseRole.APP)));
            for (var step : RoleScript.of(connection)) {
                text.append("\n-- ").append(step.comment()).append('\n');
                step.statements().forEach(statement -> text.append(statement).append(";\n"));
            }
            return text.append("\ncommit;\n").toString();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Runs the SQL and gives the roles the passwords that the variables hold, all of it or nothing. The server sees only
     * their hashes.
     *
     * @return the roles that have no password from a variable although they are new
     * @throws MigrationFailed if the role of the connection may not do that
     */
    public List<DatabaseRole> apply(Settings settings) {
        try (var connection = server.connect()) {
            var before = existing(connection);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var step : RoleScript.of(connection)) {
                    for (var sql : step.statements()) {
                        statement.execute(sql);
                    }
                }
            }
            requireRight(RoleDifferences.of(connection));
            var without = setPasswords(connection, settings, before);
            connection.commit();
            return without;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** PostgreSQL only warns where a grant has no effect, because somebody else must give it. */
    private static void requireRight(List<Difference> left) {
        if (!left.isEmpty()) {
            throw new MigrationFailed(
                    "This role may not grant all of it; nothing was changed. Let the owner of the database run it. Left: "
                            + left.stream()
                                    .map(Difference::object)
                                    .distinct()
                                    .limit(5)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private List<String> existing(Connection connection) throws SQLException {
        var there = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolname from pg_roles")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return there;
    }

    /** A password that lets its role in already is left as it is. */
    private List<DatabaseRole> setPasswords(Connection connection, Settings settings, List<String> before)
            throws SQLException {
        var without = new ArrayList<DatabaseRole>();
        for (var role : DatabaseRole.values()) {
            var name = nameOf(role);
            var password = settings.get(role.passwordVariable());
            if (password.isEmpty()) {
                if (!before.contains(name)) {
                    without.add(role);
                }
            } else if (!before.contains(name) || !letsIn(name, password.get())) {
                setPassword(connection, name, password.get());
            }
        }
        return without;
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (var statement = connection.createStatement();
                var encryption = statement.executeQuery("show password_encryption")) {
            encryption.next();
            statement.execute(
                    PasswordUtil.genAlterUserPasswordSQL(role, password.toCharArray(), encryption.getString(1)));
        }
    }

    private boolean letsIn(String role, String password) {
        var url = server.migrationUrl();
        try (var _ = Connections.open(
                "The role", new DatabaseUrl(url.hosts(), url.database(), role, password, url.parameters()))) {
            return true;
        } catch (DatabaseUnavailable | SQLException refused) {
            return false;
        }
    }

    private String nameOf(DatabaseRole role) {
        return role.nameIn(server.migrationUrl().database());
    }

    private static MigrationFailed failed(SQLException e) {
        return new MigrationFailed("The roles could not be made, and nothing was changed: " + e.getMessage(), e);
    }
}
