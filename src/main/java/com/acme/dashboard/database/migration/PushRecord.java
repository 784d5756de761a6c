package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What pushes have done to a development database, written down in it: no change set knows of them. */
final class PushRecord {

    private PushRecord() {}

    /** Whether there was a push since the changelog and the current schema were last the same. Reads only. */
    static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var exists = statement.executeQuery(
                        "select to_regclass(quote_ident(current_schema()) || '.acme_push') is not null")) {
            return exists.next() && exists.getBoolean(1);
        }
    }

    /** The tables that pushes have known. Reads only. */
    static Set<String> tables(Connection connection) throws SQLException {
        var tables = new HashSet<String>();
        if (exists(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select distinct unnest(tables) from acme_push")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    /** Writes down a push, in the transaction that does it. */
    static void write(Connection connection, Collection<String> statements, Collection<String> tables)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists acme_push (
                        id         bigint      generated always as identity,
                        pushed_at  timestamptz default now() not null,
                        statements text[]      not null,
                        tables     text[]      not null,
                        constraint acme_push_pkey primary key (id)
                    )""");
        }
        try (var insert = connection.prepareStatement("insert into acme_push (statements, tables) values (?, ?)")) {
            insert.setArray(1, connection.createArrayOf("text", statements.toArray()));
            insert.setArray(2, connection.createArrayOf("text", tables.toArray()));
            insert.executeUpdate();
        }
    }

    /** Nothing is pushed any more that no change set knows of. */
    static void forget(Connection connection) throws SQLException {
        if (exists(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute("drop table acme_push");
            }
        }
    }
}
