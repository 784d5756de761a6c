package com.acme.dashboard.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything in the current schema, whoever made it, and what others have to do with it; extensions and their members stay out of it. */
final class SchemaContents {

    private static final String FOUND = """
            select found.classid, found.oid, found.relkind
            from (
                select 'pg_class'::regclass as classid, oid, relkind, relnamespace as namespace from pg_class
                where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                union all select 'pg_proc'::regclass, oid, null, pronamespace from pg_proc
                union all select 'pg_type'::regclass, oid, null, typnamespace from pg_type
                where typtype in ('e', 'd', 'r')
                   or typtype = 'c' and exists (select from pg_class where oid = typrelid and relkind = 'c')
                union all select 'pg_operator'::regclass, oid, null, oprnamespace from pg_operator
                union all select 'pg_opfamily'::regclass, oid, null, opfnamespace from pg_opfamily
                union all select 'pg_collation'::regclass, oid, null, collnamespace from pg_collation
                union all select 'pg_conversion'::regclass, oid, null, connamespace from pg_conversion
                union all select 'pg_ts_config'::regclass, oid, null, cfgnamespace from pg_ts_config
                union all select 'pg_ts_dict'::regclass, oid, null, dictnamespace from pg_ts_dict
            ) as found
            where found.namespace = current_schema()::regnamespace
              and not exists (
                  select from pg_depend d
                  where d.classid = found.classid and d.objid = found.oid and d.objsubid = 0 and d.deptype in ('e', 'i'))
            """;

    /** Identities as PostgreSQL writes them, quoted; tables first, because much of the rest goes with them. */
    private static final String OBJECTS = """
            select identified.type, identified.identity, found.classid = 'pg_class'::regclass and relkind in ('r', 'p')
            from (%s) as found
            cross join lateral pg_identify_object(found.classid, found.oid, 0) as identified
            order by found.classid <> 'pg_class'::regclass, relkind <> 'p', relkind <> 'r', 1, 2
            """.formatted(FOUND);

    /**
     * What goes with the things in the current schema although it is in another one. A rule or an index goes with all that
     * it is a part of, so dependencies are followed that way, too.
     */
    private static final String DEPENDENTS_ELSEWHERE = """
            with recursive gone(classid, objid, objsubid) as (
                select found.classid::oid, found.oid, 0 from (%s) as found
                union
                select also.* from gone
                cross join lateral (
                    select d.classid, d.objid, d.objsubid from pg_depend d
                    where d.refclassid = gone.classid and d.refobjid = gone.objid and gone.objsubid in (0, d.refobjsubid)
                    union all
                    select d.refclassid, d.refobjid, d.refobjsubid from pg_depend d
                    where d.classid = gone.classid and d.objid = gone.objid and d.deptype = 'i'
                ) as also
            )
            select distinct pg_describe_object(classid, objid, objsubid)
            from gone
            cross join lateral pg_identify_object(classid, objid, objsubid) as identified
            cross join lateral pg_identify_object_as_address(classid, objid, objsubid) as address
            where classid <> 'pg_rewrite'::regclass
              and coalesce(identified.schema, address.object_names[1]) in (
                  select nspname from pg_namespace
                  where nspname <> current_schema() and nspname not in ('pg_catalog', 'information_schema')
                    and nspname !~ '^pg_(toast|temp)')
            order by 1
            """.formatted(FOUND);

    private record Thing(String type, String identity, boolean isTable) {}

    private SchemaContents() {}

    /** A line for each table with its rows, and one for each other kind of thing with their number. */
    static List<String> describe(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        Map<String, Integer> others = new TreeMap<>();
        for (var thing : read(connection)) {
            if (thing.isTable) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + thing.identity)) {
                    rows.next();
                    lines.add("table %s: %,d %s"
                            .formatted(thing.identity, rows.getLong(1), rows.getLong(1) == 1 ? "row" : "rows"));
                }
            } else {
                others.merge(thing.type, 1, Integer::sum);
            }
        }
        others.forEach((type, number) -> lines.add("%s: %d".formatted(type, number)));
        return lines;
    }

    /** Whether there is nothing of anybody's in the current schema; the journal of drizzle-kit does not count. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        select not exists (select from (%s) as thing where thing.identity not in (
                            format('%%I.__drizzle_migrations', current_schema()),
                            format('%%I.__drizzle_migrations_id_seq', current_schema())))""".formatted(OBJECTS))) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * A table of another schema, such as {@code shop.orders}; empty where there is none. Those of extensions do not count, nor
     * the journal of drizzle-kit, nor those of owners whose rights the role does not have, as a hosted database comes with; a
     * superuser has everybody's.
     */
    static Optional<String> tableElsewhere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var table = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm')
                          and n.nspname <> current_schema() and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
                          and c.relname <> '__drizzle_migrations'
                          and pg_has_role(c.relowner, 'member')
                          and not exists (
                              select from pg_depend d
                              where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                        order by 1
                        limit 1""")) {
            return table.next() ? Optional.of(table.getString(1)) : Optional.empty();
        }
    }

    /** What is in other schemas and would be dropped along, such as {@code view elsewhere.report}. */
    static List<String> dependentsElsewhere(Connection connection) throws SQLException {
        var dependents = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DEPENDENTS_ELSEWHERE)) {
            while (rows.next()) {
                dependents.add(rows.getString(1));
            }
        }
        return dependents;
    }

    /** Drops all of it, in the transaction of the connection. */
    static void drop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var thing : read(connection)) {
                statement.execute("drop %s if exists %s cascade".formatted(thing.type, thing.identity));
            }
        }
    }

    private static List<Thing> read(Connection connection) throws SQLException {
        var things = new ArrayList<Thing>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                things.add(new Thing(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return things;
    }
}
