package com.acme.dashboard.database;

import com.acme.dashboard.database.schema.Identifiers;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that was empty and is nobody's, and is dropped on closing. For as long as it is open, a connection to
 * another database of its server holds an advisory lock of the number in its name; a scratch database whose number
 * nobody holds was left by a process that was killed, and the next one drops it.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchDatabase.class);

    private static final String PREFIX = "acme_scratch_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Connection lease;
    private final String name;
    private final DatabaseUrl url;

    private ScratchDatabase(Connection lease, String name, DatabaseUrl url) {
        this.lease = lease;
        this.name = name;
        this.url = url;
    }

    static ScratchDatabase create(String source, DatabaseUrl server, Surroundings surroundings) throws SQLException {
        var lease = Connections.open(source, server);
        try {
            requireRight(lease, server);
            dropLeftovers(lease);
            long number = RANDOM.nextLong();
            var name = PREFIX + HexFormat.of().toHexDigits(number);
            try (var statement = lease.createStatement()) {
                statement.execute("select pg_advisory_lock(" + number + ")");
                // Not from template1: what an administrator put there is not what the changelog builds.
                statement.execute("create database " + Identifiers.quote(name) + " template template0");
            }
            var database = new ScratchDatabase(lease, name, surroundings.applyTo(server.withDatabase(name)));
            try (var connection = database.connect()) {
                surroundings.make(connection);
            } catch (SQLException | RuntimeException e) {
                database.drop();
                throw e;
            }
            return database;
        } catch (SQLException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private static void requireRight(Connection lease, DatabaseUrl server) throws SQLException {
        try (var statement = lease.createStatement();
                var role = statement.executeQuery(
                        "select rolname from pg_roles where rolname = current_user and not rolcreatedb and not rolsuper")) {
            if (role.next()) {
                throw new DatabaseUnavailable(
                        "No scratch database can be made: the role %s may not create databases on %s. Grant it CREATEDB, or set %s to a server of the same major version whose role may."
                                .formatted(role.getString(1), server.address(), ScratchServer.URL_VARIABLE));
            }
        }
    }

    /** Those of this role whose number nobody holds, in whichever database of the server the holder would be. */
    private static void dropLeftovers(Connection lease) throws SQLException {
        List<String> leftovers = new ArrayList<>();
        try (var query = lease.prepareStatement("""
                select datname
                from pg_database
                cross join lateral (select ('x' || right(datname, 16))::bit(64)::bigint as number) named
                where datname ~ ('^' || ? || '[0-9a-f]{16}$')
                  and pg_has_role(datdba, 'member')
                  and not exists (
                      select from pg_locks
                      where locktype = 'advisory' and objsubid = 1
                        and (classid::bigint << 32) | objid::bigint = number)""")) {
            query.setString(1, PREFIX);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    leftovers.add(rows.getString(1));
                }
            }
        }
        for (var leftover : leftovers) {
            try (var statement = lease.createStatement()) {
                statement.execute("drop database if exists " + Identifiers.quote(leftover) + " with (force)");
            } catch (SQLException e) {
                // Another process is at it, too, or a connection is still on its way out: the next one looks again.
                LOG.debug("{} is left: {}", leftover, e.getMessage());
            }
        }
    }

    /**
     * A new connection, whose current schema has the same name as that of the database it was made for.
     *
     * @throws DatabaseUnavailable if it cannot be made
     */
    public Connection connect() {
        return Connections.open("The scratch database", url);
    }

    private void drop() throws SQLException {
        try (var statement = lease.createStatement()) {
            statement.execute("drop database if exists " + Identifiers.quote(name) + " with (force)");
        }
    }

    /** Drops it, whoever is still connected. */
    @Override
    public void close() {
        try (lease) {
            drop();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The scratch database %s could not be dropped: %s; the next command tries again."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }
}
