package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.schema.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment that a database says it belongs to: one row of a table, so that a dump and what is restored from it
 * say so, too. Each schema that was migrated has one, and all of a database are to say the same.
 */
final class EnvironmentMarker {

    private EnvironmentMarker() {}

    /** What the current schema says; empty where it says nothing. Reads only. */
    static Optional<String> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            String table;
            try (var found = statement.executeQuery("""
                    select format('%I.acme_environment', current_schema())
                    where to_regclass(format('%I.acme_environment', current_schema())) is not null""")) {
                if (!found.next()) {
                    return Optional.empty();
                }
                table = found.getString(1);
            }
            try (var marker = statement.executeQuery("select environment from " + table)) {
                return marker.next() ? Optional.of(marker.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * What the other schemas of the same database say, by their quoted names. Reads only.
     *
     * @throws MigrationRefused if the role may not read what one of them says
     */
    static Map<String, String> readElsewhere(Connection connection) throws SQLException {
        var said = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            for (var schema : schemasElsewhere(connection)) {
                try (var marker =
                        statement.executeQuery("select environment from %s.acme_environment".formatted(schema))) {
                    if (marker.next()) {
                        said.put(schema, marker.getString(1));
                    }
                }
            }
        }
        return said;
    }

    private static List<String> schemasElsewhere(Connection connection) throws SQLException {
        var schemas = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select quote_ident(n.nspname),
                               has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relname = 'acme_environment' and c.relkind = 'r' and c.relpersistence <> 't'
                          and n.nspname is distinct from current_schema()
                          and exists (
                              select from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'environment' and not a.attisdropped)
                        order by 1""")) {
            while (found.next()) {
                if (!found.getBoolean(2)) {
                    throw new MigrationRefused(
                            "The schema %s of this database carries an environment that this role may not read; nothing was changed."
                                    .formatted(found.getString(1)));
                }
                schemas.add(found.getString(1));
            }
        }
        return schemas;
    }

    /** Writes or replaces what the database says. */
    static void write(Connection connection, Environment environment) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : sql(environment)) {
                statement.execute(sql);
            }
        }
    }

    /** The statements that do it. */
    static List<String> sql(Environment environment) {
        return List.of("""
                create table if not exists acme_environment (
                    only_row    boolean     default true not null,
                    environment text        not null,
                    marked_at   timestamptz default now() not null,
                    constraint acme_environment_pkey primary key (only_row),
                    constraint acme_environment_only_row_check check (only_row),
                    constraint acme_environment_environment_check check (environment in ('dev', 'test', 'prod'))
                )""", """
                insert into acme_environment (environment) values (%s)
                on conflict (only_row) do update set environment = excluded.environment, marked_at = now()""".formatted(Literals.quote(environment.id())));
    }

    /** Replaces what the other schemas of the same database say. */
    static void overwriteElsewhere(Connection connection, Environment environment) throws SQLException {
        for (var schema : schemasElsewhere(connection)) {
            try (var update = connection.prepareStatement(
                    "update %s.acme_environment set environment = ? where environment <> ?".formatted(schema))) {
                update.setString(1, environment.id());
                update.setString(2, environment.id());
                update.executeUpdate();
            }
        }
    }
}
