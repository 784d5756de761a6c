package com.acme.dashboard.database.roles;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A thing on which privileges are granted, and who has which.
 *
 * @param reference its kind and name as {@code grant} takes them
 * @param owner the role that owns it
 * @param ownedBySomethingElse whether its owner follows that of another thing
 * @param privileges by role, {@code public} standing for everybody; those of its owner are left out
 */
record GrantedThing(
        Target target,
        String reference,
        String owner,
        boolean ownedBySomethingElse,
        Map<String, SortedSet<String>> privileges) {

    /** What {@code grant … to public} gives to everybody. */
    static final String PUBLIC = "public";

    private static final String TABLE_TARGET = """
            case when %s then 'KEPT_TABLE'
                 when relname = 'studio_audit' then 'APPEND_TABLE'
                 else 'TABLE' end""".formatted(KeptTables.CONDITION);

    private static final String THINGS = """
            with things (target, reference, owner, follows, acl) as (
                select 'DATABASE', format('database %%I', datname), datdba, false, coalesce(datacl, acldefault('d', datdba))
                from pg_database where datname = current_database()
                union all
                select 'SCHEMA', format('schema %%I', nspname), nspowner, false, coalesce(nspacl, acldefault('n', nspowner))
                from pg_namespace where nspname = current_schema()
                union all
                select case when relkind = 'S' then 'SEQUENCE' else %1$s end,
                       format('%%s %%I', case relkind when 'S' then 'sequence' else 'table' end, relname), relowner,
                       relkind = 'S' and exists (select from pg_depend d
                                                 where d.classid = 'pg_class'::regclass and d.objid = c.oid
                                                   and d.deptype in ('a', 'i')),
                       relacl
                from pg_class c
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                  and relname not like '\\_\\_drizzle\\_migrations%%'
                  and not exists (select from pg_depend d
                                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                union all
                select 'FUNCTION', format('routine %%s', p.oid::regprocedure), proowner, false, proacl
                from pg_proc p
                where pronamespace = current_schema()::regnamespace
                  and not exists (select from pg_depend d
                                  where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                union all
                select 'TYPE', format('type %%I', typname), typowner, false, null
                from pg_type t
                where typnamespace = current_schema()::regnamespace
                  and (typtype in ('e', 'd', 'r') or typtype = 'c' and exists (select from pg_class where oid = typrelid and relkind = 'c'))
                  and not exists (select from pg_depend d
                                  where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            )
            select target, reference, pg_get_userbyid(owner), follows,
                   case grantee when 0 then 'public' else pg_get_userbyid(grantee) end,
                   privilege_type || case when is_grantable then ' WITH GRANT OPTION' else '' end
            from things left join lateral aclexplode(acl) on grantee <> owner
            union all
            select %1$s, format('table %%I', relname), pg_get_userbyid(relowner), false,
                   case grantee when 0 then 'public' else pg_get_userbyid(grantee) end,
                   privilege_type || format(' (%%I)', attname)
            from pg_class join pg_attribute on attrelid = pg_class.oid
                cross join lateral aclexplode(attacl)
            where relnamespace = current_schema()::regnamespace and not attisdropped and grantee <> relowner
              and relname not like '\\_\\_drizzle\\_migrations%%'
            order by 1, 2, 5, 6""".formatted(TABLE_TARGET);

    /** Everything that the current schema of a connection has. Reads only. */
    static List<GrantedThing> read(Connection connection) throws SQLException {
        SequencedMap<String, GrantedThing> things = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(THINGS)) {
            while (rows.next()) {
                var row = new GrantedThing(
                        Target.valueOf(rows.getString(1)),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getBoolean(4),
                        new HashMap<>());
                var known = Objects.requireNonNullElse(things.putIfAbsent(row.reference, row), row);
                var role = rows.getString(5);
                if (role != null) {
                    known.privileges.computeIfAbsent(role, _ -> new TreeSet<>()).add(rows.getString(6));
                }
            }
        }
        return List.copyOf(things.values());
    }

    Set<String> privilegesOf(String role) {
        return privileges.getOrDefault(role, new TreeSet<>());
    }
}
