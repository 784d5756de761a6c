package com.acme.dashboard.database.schema;

import java.util.List;

/**
 * The questions that {@link Catalog} asks. Each answers with kind, table, name, fact and value; a null value says that
 * the fact does not hold, though the thing is there. They run on PostgreSQL 14 and later.
 */
final class CatalogQueries {

    /**
     * Tables, views, indexes and sequences that count: not those of an extension, not the {@linkplain BookTables books}
     * and what belongs to them. NOT NULL is told with the column: only 18 and later list it as a constraint, too.
     */
    private static final String MINE = """
            with books as (
                select oid from pg_class where relnamespace = current_schema()::regnamespace and %s
            ), mine as (
                select c.oid, c.relname, c.relkind, c.relpersistence, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
                       c.relreplident,
                       (select string_agg(privilege_type, ', ' order by privilege_type)
                        from aclexplode(c.relacl) where grantee = 0) as public_privileges
                from pg_class c
                where c.relnamespace = current_schema()::regnamespace
                  and c.oid not in (select oid from books)
                  and not exists (select from pg_index where indexrelid = c.oid and indrelid in (select oid from books))
                  and not exists (select from pg_depend d
                                  where d.classid = 'pg_class'::regclass and d.objid = c.oid
                                    and (d.deptype = 'e' or d.refobjid in (select oid from books)))
            )
            """.formatted(BookTables.CONDITION);

    private static final String NOT_OF_AN_EXTENSION = """
            not exists (select from pg_depend d where d.classid = '%s'::regclass and d.objid = %s and d.deptype = 'e')
            """;

    private static final String EXTENSIONS = """
            select 'EXTENSION', null, extname, 'elsewhere',
                   case when extnamespace <> current_schema()::regnamespace then extnamespace::regnamespace::text end
            from pg_extension where extname <> 'plpgsql'
            """;

    private static final String TYPES = """
            select 'TYPE', null, t.typname, f.fact, f.value
            from pg_type t
            cross join lateral (values
                ('definition', case t.typtype
                    when 'e' then 'enum (' || (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
                                               from pg_enum where enumtypid = t.oid) || ')'
                    when 'd' then 'domain ' || format_type(t.typbasetype, t.typtypmod)
                        || case when t.typnotnull then ' not null' else '' end
                        || coalesce(' default ' || t.typdefault, '')
                        || coalesce((select string_agg(' constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid), '' order by conname)
                                     from pg_constraint where contypid = t.oid and contype <> 'n'), '')
                    when 'c' then 'composite (' || (select string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
                                                    from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped) || ')'
                    when 'r' then 'range of ' || (select format_type(rngsubtype, null) from pg_range where rngtypid = t.oid)
                 end),
                ('comment', obj_description(t.oid, 'pg_type'))) f (fact, value)
            where t.typnamespace = current_schema()::regnamespace
              and (t.typtype in ('e', 'd', 'r')
                   or t.typtype = 'c' and exists (select from pg_class where oid = t.typrelid and relkind = 'c'))
              and %s
            """.formatted(NOT_OF_AN_EXTENSION.formatted("pg_type", "t.oid"));

    /** The sequence of an identity column is told with it, as far as it differs from what is usual. */
    private static final String SEQUENCES = MINE + """
            select 'SEQUENCE', null, relname, f.fact, f.value
            from mine
            join pg_sequence on seqrelid = mine.oid
            cross join lateral (values
                ('type', format_type(seqtypid, null)),
                ('start', seqstart::text), ('increment', seqincrement::text), ('minimum', seqmin::text), ('maximum', seqmax::text),
                ('cache', seqcache::text), ('cycle', case when seqcycle then 'yes' end),
                ('owned by', (select format('"%s"."%s"', replace(owner.relname, '"', '""'), replace(attname, '"', '""'))
                              from pg_depend d
                                  join pg_class owner on owner.oid = refobjid
                                  join pg_attribute on attrelid = refobjid and attnum = refobjsubid
                              where d.classid = 'pg_class'::regclass and d.objid = mine.oid and d.deptype in ('a', 'i'))),
                ('of identity', (select 'yes' from pg_depend d
                                 where d.classid = 'pg_class'::regclass and d.objid = mine.oid and d.deptype = 'i')),
                ('public privileges', public_privileges),
                ('comment', obj_description(mine.oid, 'pg_class'))) f (fact, value)
            """;

    private static final String TABLES = MINE + """
            select 'TABLE', null, relname, f.fact, f.value
            from mine
            cross join lateral (values
                ('kind', case relkind when 'p' then 'partitioned by ' || pg_get_partkeydef(oid) when 'f' then 'foreign' end),
                ('partition', (select inhparent::regclass || ' ' || pg_get_expr(p.relpartbound, p.oid)
                               from pg_inherits join pg_class p on p.oid = inhrelid where inhrelid = mine.oid)),
                ('unlogged', case relpersistence when 'u' then 'yes' end),
                ('options', nullif(array_to_string(array(select unnest(reloptions) order by 1), ', '), '')),
                ('row security', case when relforcerowsecurity then 'forced' when relrowsecurity then 'enabled' end),
                ('replica identity', case relreplident when 'f' then 'full' when 'n' then 'nothing'
                                     when 'i' then (select 'using index ' || quote_ident(i.relname)
                                                    from pg_index join pg_class i on i.oid = indexrelid
                                                    where indrelid = mine.oid and indisreplident) end),
                ('public privileges', public_privileges),
                ('comment', obj_description(oid, 'pg_class'))) f (fact, value)
            where relkind in ('r', 'p', 'f')
            """;

    private static final String COLUMNS = MINE + """
            select 'COLUMN', relname, attname, f.fact, f.value
            from mine
            join pg_attribute a on attrelid = mine.oid and attnum > 0 and not attisdropped
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            cross join lateral (values
                ('type', format_type(atttypid, atttypmod)),
                ('not null', case when attnotnull then 'yes' end),
                ('default', case when attgenerated = '' then pg_get_expr(adbin, adrelid) end),
                ('generated', case when attgenerated <> '' then pg_get_expr(adbin, adrelid)
                                   || case attgenerated when 's' then ' stored' else ' virtual' end end),
                ('identity', case attidentity when 'a' then 'always' when 'd' then 'by default' end),
                ('collation', (select collname from pg_collation join pg_type t on t.oid = atttypid
                               where pg_collation.oid = attcollation and attcollation <> t.typcollation)),
                ('comment', col_description(attrelid, attnum))) f (fact, value)
            where relkind in ('r', 'p', 'f')
            """;

    private static final String CONSTRAINTS = MINE + """
            select 'CONSTRAINT', relname, conname, f.fact, f.value
            from mine
            join pg_constraint c on conrelid = mine.oid
            cross join lateral (values
                ('contype', contype::text),
                ('definition', pg_get_constraintdef(c.oid)),
                ('switched off on', (select string_agg(distinct quote_ident(t.relname), ', ')
                                     from pg_trigger join pg_class t on t.oid = tgrelid
                                     where tgconstraint = c.oid and tgenabled = 'D')),
                ('comment', obj_description(c.oid, 'pg_constraint'))) f (fact, value)
            where contype not in ('n', 't')
            """;

    private static final String INDEXES = MINE + """
            select 'INDEX', on_table.relname, mine.relname, f.fact, f.value
            from mine
            join pg_index i on indexrelid = mine.oid
            join pg_class on_table on on_table.oid = indrelid
            cross join lateral (values
                ('definition', pg_get_indexdef(indexrelid)),
                ('of constraint', (select 'yes' from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x') limit 1)),
                ('invalid', case when not indisvalid then 'yes' end),
                ('comment', obj_description(indexrelid, 'pg_class'))) f (fact, value)
            """;

    private static final String VIEWS = MINE + """
            select 'VIEW', null, relname, f.fact, f.value
            from mine
            cross join lateral (values
                ('materialized', case relkind when 'm' then 'yes' end),
                ('definition', pg_get_viewdef(oid)),
                ('options', nullif(array_to_string(array(select unnest(reloptions) order by 1), ', '), '')),
                ('public privileges', public_privileges),
                ('comment', obj_description(oid, 'pg_class'))) f (fact, value)
            where relkind in ('v', 'm')
            """;

    private static final String FUNCTIONS = """
            select 'FUNCTION', null, proname || '(' || oidvectortypes(proargtypes) || ')', f.fact, f.value
            from pg_proc p
            cross join lateral (values
                ('definition', case when prokind = 'a' then 'aggregate ' || pg_get_function_result(p.oid) else pg_get_functiondef(p.oid) end),
                ('public privileges', (select 'EXECUTE' from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)),
                ('comment', obj_description(p.oid, 'pg_proc'))) f (fact, value)
            where pronamespace = current_schema()::regnamespace and %s
            """.formatted(NOT_OF_AN_EXTENSION.formatted("pg_proc", "p.oid"));

    private static final String TRIGGERS = MINE + """
            select 'TRIGGER', relname, tgname, f.fact, f.value
            from mine
            join pg_trigger t on tgrelid = mine.oid
            cross join lateral (values
                ('definition', pg_get_triggerdef(t.oid)),
                ('enabled', case tgenabled when 'O' then 'yes' when 'D' then 'no' when 'R' then 'replica' else 'always' end),
                ('comment', obj_description(t.oid, 'pg_trigger'))) f (fact, value)
            where not tgisinternal
            """;

    private static final String RULES = MINE + """
            select 'RULE', relname, rulename, 'definition', pg_get_ruledef(r.oid)
            from mine
            join pg_rewrite r on ev_class = mine.oid
            where rulename <> '_RETURN'
            """;

    private static final String POLICIES = MINE + """
            select 'POLICY', relname, polname, 'definition',
                   case when polpermissive then 'permissive' else 'restrictive' end
                   || case polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
                                  when 'd' then ' for delete' else ' for all' end
                   || ' to ' || (select string_agg(case role when 0 then 'public' else role::regrole::text end, ', ' order by 1)
                                 from unnest(polroles) each (role))
                   || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
                   || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
            from mine
            join pg_policy on polrelid = mine.oid
            """;

    private static final String STATISTICS = MINE + """
            select 'STATISTICS', relname, stxname, 'definition', pg_get_statisticsobjdef(s.oid)
            from mine
            join pg_statistic_ext s on stxrelid = mine.oid
            """;

    static final List<String> ALL = List.of(
            EXTENSIONS,
            TYPES,
            SEQUENCES,
            TABLES,
            COLUMNS,
            CONSTRAINTS,
            INDEXES,
            VIEWS,
            FUNCTIONS,
            TRIGGERS,
            RULES,
            POLICIES,
            STATISTICS);

    private CatalogQueries() {}
}
