package com.acme.dashboard.database.roles;

import com.acme.dashboard.database.schema.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The three roles as one database has them.
 *
 * @param database the database's name, after which they are named
 * @param schema the current schema
 * @param there those that the server has
 */
record RoleNames(String database, String schema, Set<DatabaseRole> there) {

    static RoleNames of(Connection connection) throws SQLException {
        String database;
        String schema;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_database(), current_schema()")) {
            row.next();
            database = row.getString(1);
            schema = row.getString(2);
        }
        Set<DatabaseRole> there = EnumSet.noneOf(DatabaseRole.class);
        try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            for (var role : DatabaseRole.values()) {
                if (role.canBeIn(database)) {
                    query.setString(1, role.nameIn(database));
                    try (var rows = query.executeQuery()) {
                        if (rows.next()) {
                            there.add(role);
                        }
                    }
                }
            }
        }
        return new RoleNames(database, schema, there);
    }

    String of(DatabaseRole role) {
        return role.nameIn(database);
    }

    /** As SQL takes it. */
    String quoted(DatabaseRole role) {
        return Identifiers.quote(of(role));
    }
}
