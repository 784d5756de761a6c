package com.acme.dashboard.studio;

import com.acme.dashboard.database.roles.KeptTables;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads PostgreSQL's own catalogs. What the role of the connection may not read is not listed. */
@Component
class CatalogQueries {

    /** Of a class {@code c} in a namespace {@code n}: not the system's own, and open to the role. */
    static final String READABLE = """
            nspname !~ '^pg_(toast|temp)' and nspname not in ('pg_catalog', 'information_schema')
              and has_schema_privilege(n.oid, 'usage')
              and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))
            """;

    private static final String TABLES = """
            select nspname, relname, relkind::text,
                   case when relkind = 'p'
                        then (select sum(greatest(leaf.reltuples, 0))::bigint
                              from pg_partition_tree(c.oid) part join pg_class leaf on leaf.oid = part.relid
                              where part.isleaf)
                        when reltuples >= 0 and relkind in ('r', 'm', 'f') then reltuples::bigint end as estimate,
                   case when relkind in ('r', 'm') then pg_total_relation_size(c.oid)
                        when relkind = 'p' then (select coalesce(sum(pg_total_relation_size(part.relid)), 0)::bigint
                                                 from pg_partition_tree(c.oid) part where part.isleaf)
                        else 0 end as bytes,
                   obj_description(c.oid, 'pg_class') as comment
            from pg_class c
            join pg_namespace n on n.oid = relnamespace
            where relkind in ('r', 'p', 'v', 'm', 'f')
              and %s
            """.formatted(READABLE);

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod) as type, format_type(base.oid, -1) as cast_type,
                   base.typcategory::text as category, base.typname as base,
                   not (attnotnull or t.typnotnull) as nullable,
                   case when attgenerated = '' then pg_get_expr(adbin, adrelid) end as default_value,
                   attgenerated <> '' as generated, attidentity = 'a' as always_identity,
                   array(select enumlabel::text from pg_enum where enumtypid = base.oid order by enumsortorder)
                       as labels,
                   col_description(attrelid, attnum) as comment
            from pg_attribute a
            join pg_type t on t.oid = atttypid
            cross join lateral (
                with recursive below as (
                    select t.oid, t.typname, t.typcategory, t.typtype, t.typbasetype
                    union all
                    select next.oid, next.typname, next.typcategory, next.typtype, next.typbasetype
                    from below join pg_type next on below.typtype = 'd' and next.oid = below.typbasetype)
                select oid, typname, typcategory from below where typtype <> 'd') base
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where attrelid = to_regclass(:table) and attnum > 0 and not attisdropped
              and has_column_privilege(attrelid, attnum, 'select')
            order by attnum
            """;

    private static final String KEY = """
            select array(select attname::text
                         from unnest(indkey) with ordinality part (number, place)
                         join pg_attribute on attrelid = indrelid and attnum = number
                         order by place)
            from pg_index i
            where indrelid = to_regclass(:table) and indisunique and indisvalid and indpred is null and indexprs is null
              and indnkeyatts = indnatts
              and not exists (select from pg_attribute
                              where attrelid = indrelid and attnum = any (indkey) and not attnotnull)
            order by indisprimary desc, indnatts, indexrelid
            limit 1
            """;

    private static final String WRITERS = """
            select case when relnamespace = to_regnamespace(current_schema()) and %s then 'DATABASE'
                        when has_table_privilege(oid, 'insert, update, delete')
                             or has_any_column_privilege(oid, 'insert, update') then 'THIS_ROLE'
                        else 'OTHER_ROLES' end
            from pg_class where oid = to_regclass(:table)
            """.formatted(KeptTables.CONDITION);

    private final StudioDatabase database;
    private final SecretColumns secrets;

    CatalogQueries(StudioDatabase database, SecretColumns secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Every table and view that can be read, but the system's own. */
    List<TableEntry> tables() {
        return database.read(client -> client.sql(TABLES + " order by nspname, relname")
                .query((row, _) -> entry(row))
                .list());
    }

    /** One of them with its columns, key and foreign keys; empty where there is none with that name. */
    Optional<TableShape> shape(TableName table) {
        return database.read(client -> client.sql(TABLES + " and nspname = :schema and relname = :name")
                .param("schema", table.schema())
                .param("name", table.name())
                .query((row, _) -> entry(row))
                .optional()
                .map(entry -> shape(client, entry)));
    }

    private TableShape shape(JdbcClient client, TableEntry entry) {
        var table = entry.name();
        return new TableShape(
                table,
                entry.kind(),
                columns(client, table),
                key(client, table),
                entry.estimate(),
                writers(client, table),
                ForeignKeyQueries.references(client, table),
                ForeignKeyQueries.referencedBy(client, table));
    }

    private List<TableColumn> columns(JdbcClient client, TableName table) {
        return client.sql(COLUMNS)
                .param("table", table.quoted())
                .query((row, _) -> column(row))
                .list();
    }

    private static List<String> key(JdbcClient client, TableName table) {
        return client.sql(KEY)
                .param("table", table.quoted())
                .query((row, _) -> strings(row.getArray(1)))
                .optional()
                .orElse(List.of());
    }

    private static RowWriters writers(JdbcClient client, TableName table) {
        return client.sql(WRITERS)
                .param("table", table.quoted())
                .query((row, _) -> RowWriters.valueOf(row.getString(1)))
                .optional()
                .orElse(RowWriters.OTHER_ROLES);
    }

    private static TableEntry entry(ResultSet row) throws SQLException {
        return new TableEntry(
                new TableName(row.getString("nspname"), row.getString("relname")),
                TableKind.of(row.getString("relkind")),
                number(row, "estimate"),
                row.getLong("bytes"),
                row.getString("comment"));
    }

    private TableColumn column(ResultSet row) throws SQLException {
        var name = row.getString("attname");
        return new TableColumn(
                name,
                row.getString("type"),
                row.getString("cast_type"),
                ValueKind.of(row.getString("category"), row.getString("base")),
                row.getBoolean("nullable"),
                row.getString("default_value"),
                row.getBoolean("generated"),
                row.getBoolean("always_identity"),
                strings(row.getArray("labels")),
                row.getString("comment"),
                secrets.isSecretName(name));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** An array of texts. */
    static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
