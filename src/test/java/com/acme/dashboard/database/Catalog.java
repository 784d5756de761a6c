package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL's own catalogs say about the current schema, one line a fact, independent of order. Extensions do not
 * count: a change set that asks for one cannot know whether it was there before, and leaves it.
 */
final class Catalog {

    private static final String FACTS = """
            with mine as (
                select oid, relname, relkind from pg_class
                where relnamespace = current_schema()::regnamespace
                  and relname not in ('databasechangelog', 'acme_environment')
            )
            select 'relation ' || relkind::text || ' ' || relname from mine
            union all
            select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
                || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
            from mine
                join pg_attribute on attrelid = mine.oid and attnum > 0 and not attisdropped
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where relkind in ('r', 'p', 'v', 'm')
            union all
            select 'constraint ' || relname || '.' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(c.oid)
            from mine join pg_constraint c on conrelid = mine.oid
            union all
            select 'index ' || indisvalid || ' ' || pg_get_indexdef(indexrelid)
            from mine join pg_index on indexrelid = mine.oid
            union all
            select 'trigger ' || tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
            from mine join pg_trigger t on tgrelid = mine.oid where not tgisinternal
            union all
            select 'function ' || pg_get_functiondef(p.oid)
            from pg_proc p
            where pronamespace = current_schema()::regnamespace and prokind = 'f'
              and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
            union all
            select 'view ' || relname || pg_get_viewdef(oid) from mine where relkind in ('v', 'm')
            order by 1""";

    private Catalog() {}

    static List<String> of(Connection connection) throws SQLException {
        var facts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(FACTS)) {
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
        }
        return facts;
    }
}
