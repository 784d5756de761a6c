package com.acme.dashboard.database;

import com.acme.dashboard.database.schema.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the words of a schema's definitions depend on outside of it: PostgreSQL leaves a schema's name out where the
 * search path finds a thing without it, and a function may name its own schema.
 *
 * @param searchPath the schemas that are found without their names; the first is the current one
 * @param extensions those that live elsewhere than in the current schema
 */
record Surroundings(List<String> searchPath, List<Extension> extensions) {

    /** The usual ones. */
    static final Surroundings USUAL = new Surroundings(List.of("public"), List.of());

    record Extension(String name, String schema) {}

    /** Those of a connection's database. Reads only. */
    static Surroundings of(Connection connection) throws SQLException {
        var searchPath = new ArrayList<String>();
        var extensions = new ArrayList<Extension>();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select unnest(current_schemas(false))")) {
                while (rows.next()) {
                    searchPath.add(rows.getString(1));
                }
            }
            try (var rows = statement.executeQuery("""
                    select extname, extnamespace::regnamespace from pg_extension
                    where extname <> 'plpgsql' and extnamespace <> current_schema()::regnamespace
                    order by 1""")) {
                while (rows.next()) {
                    extensions.add(new Extension(rows.getString(1), rows.getString(2)));
                }
            }
        }
        if (searchPath.isEmpty()) {
            throw DatabaseUnavailable.withoutSchema();
        }
        return new Surroundings(List.copyOf(searchPath), List.copyOf(extensions));
    }

    /** A URL whose connections find things as these do. */
    DatabaseUrl applyTo(DatabaseUrl url) {
        return url.with("currentSchema", Identifiers.quote(searchPath));
    }

    /**
     * Makes an empty database the same. An extension that this server does not have, or that the role may not create, is
     * left out: a change set that needs it says so better.
     */
    void make(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var schema : searchPath) {
                statement.execute("create schema if not exists " + Identifiers.quote(schema));
            }
        }
        for (var extension : extensions) {
            if (isAvailable(connection, extension.name)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create schema if not exists " + Identifiers.quote(extension.schema));
                    statement.execute("create extension if not exists %s schema %s"
                            .formatted(Identifiers.quote(extension.name), Identifiers.quote(extension.schema)));
                }
            }
        }
    }

    private static boolean isAvailable(Connection connection, String extension) throws SQLException {
        try (var query = connection.prepareStatement("""
                select exists (
                    select from pg_available_extension_versions
                    where name = ? and requires is null
                      and (trusted or not superuser or (select rolsuper from pg_roles where rolname = current_user)))""")) {
            query.setString(1, extension);
            try (var result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
