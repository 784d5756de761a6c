package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells one database from another, however it is reached: by way of a pooler, under another host name, as another role. A
 * copy of the files has its own, because another server runs it; a server that starts anew gives its databases new ones.
 *
 * @param server the server's start, in seconds since 1970 with fractions; its address would be a pooler's
 * @param oid the database's number within the server
 */
record DatabaseIdentity(String server, long oid) {

    /** That of a connection's database; any role may ask. Reads only. */
    static DatabaseIdentity of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select extract(epoch from pg_postmaster_start_time())::text, oid
                        from pg_database where datname = current_database()""")) {
            row.next();
            return new DatabaseIdentity(row.getString(1), row.getLong(2));
        }
    }
}
