package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The environment that a database says it belongs to: one row of a table, so that a dump and what is restored from it
 * say so, too.
 */
final class EnvironmentMarker {

    private EnvironmentMarker() {}

    /** What the database says; empty where it says nothing. Reads only. */
    static Optional<String> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("select to_regclass('acme_environment') is not null")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (var marker = statement.executeQuery("select environment from acme_environment")) {
                return marker.next() ? Optional.of(marker.getString(1)) : Optional.empty();
            }
        }
    }

    /** Writes or replaces what the database says. */
    static void write(Connection connection, Environment environment) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists acme_environment (
                        only_row    boolean     default true not null,
                        environment text        not null,
                        marked_at   timestamptz default now() not null,
                        constraint acme_environment_pkey primary key (only_row),
                        constraint acme_environment_only_row_check check (only_row),
                        constraint acme_environment_environment_check check (environment in ('dev', 'test', 'prod'))
                    )""");
        }
        try (var upsert = connection.prepareStatement("""
                insert into acme_environment (environment) values (?)
                on conflict (only_row) do update set environment = excluded.environment, marked_at = now()""")) {
            upsert.setString(1, environment.id());
            upsert.executeUpdate();
        }
    }

    /**
     * Whether the schema holds nothing of anybody's. Members of extensions and the journal of drizzle-kit do not count.
     */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        select not exists (
                            select from pg_class c
                            where c.relnamespace = current_schema()::regnamespace
                              and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                              and c.relname not like '\\_\\_drizzle\\_migrations%'
                              and not exists (
                                  select from pg_depend d
                                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))""")) {
            return result.next() && result.getBoolean(1);
        }
    }
}
