package com.acme.dashboard.studio;

import com.acme.dashboard.studio.EntityDiagram.Entity;
import com.acme.dashboard.studio.EntityDiagram.EntityColumn;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an entity diagram shows, each part in one statement, however many tables there are. */
@Component
class DiagramQueries {

    /** So many columns of a table are shown at most, beside those of its keys. */
    static final int MOST_COLUMNS = 40;

    /** Of all tables together; where there are many, fewer of each. A page keeps them as long as it is open. */
    static final int MOST_COLUMNS_TOGETHER = 4_000;

    private static final String TABLES = """
            select nspname, relname
            from pg_class c
            join pg_namespace n on n.oid = relnamespace
            where relkind in ('r', 'p', 'f') and not relispartition
              and %s
            order by nspname, relname
            """.formatted(CatalogQueries.READABLE);

    private static final String PARTITIONED_TABLE = """
            select whole_schema.nspname, whole.relname
            from pg_class part
            join pg_namespace part_schema on part_schema.oid = part.relnamespace
            join pg_class whole on whole.oid = pg_partition_root(part.oid)
            join pg_namespace whole_schema on whole_schema.oid = whole.relnamespace
            where part_schema.nspname = :schema and part.relname = :name and part.relispartition
            """;

    private static final String COLUMNS = """
            with part as (
                select conrelid as relation, unnest(conkey) as number, contype::text as kind
                from pg_constraint where contype in ('p', 'f')
                union all
                select confrelid, unnest(confkey), 'referenced' from pg_constraint where contype = 'f'
            ), role as (
                select relation, number, bool_or(kind = 'p') as of_primary, bool_or(kind = 'f') as of_foreign
                from part group by relation, number
            )
            select wanted.place, attname, type, of_primary, of_foreign, total
            from unnest(:schemas::text[], :names::text[]) with ordinality wanted (schema, name, place)
            join pg_namespace n on nspname = wanted.schema
            join pg_class c on relnamespace = n.oid and relname = wanted.name
            join lateral (
                select attname, format_type(atttypid, atttypmod) as type, relation is not null as of_key,
                       coalesce(of_primary, false) as of_primary, coalesce(of_foreign, false) as of_foreign,
                       row_number() over (order by attnum) as position, count(*) over () as total
                from pg_attribute
                left join role on relation = attrelid and number = attnum
                where attrelid = c.oid and attnum > 0 and not attisdropped
                  and has_column_privilege(attrelid, attnum, 'select')
            ) shown on of_key or position <= :most
            order by wanted.place, position
            """;

    private final StudioDatabase database;

    DiagramQueries(StudioDatabase database) {
        this.database = database;
    }

    /** Every table that can be read, by schema and name; not the parts of a partitioned one. */
    List<TableName> tables() {
        return database.read(client -> client.sql(TABLES)
                .query((row, _) -> new TableName(row.getString(1), row.getString(2)))
                .list());
    }

    /** The table of which that one is a part; empty where it is none. */
    Optional<TableName> partitionedTable(TableName part) {
        return database.read(client -> client.sql(PARTITIONED_TABLE)
                .param("schema", part.schema())
                .param("name", part.name())
                .query((row, _) -> new TableName(row.getString(1), row.getString(2)))
                .optional());
    }

    /** The foreign keys of all tables, by schema, table and name. */
    List<Relationship> relationships() {
        return database.read(ForeignKeyQueries::relationships);
    }

    /** These tables with their columns, in the same order. */
    List<Entity> entities(Collection<TableName> tables, boolean allColumns) {
        var most = allColumns ? Math.min(MOST_COLUMNS, MOST_COLUMNS_TOGETHER / Math.max(1, tables.size())) : 0;
        var columns = database.read(client -> columns(client, tables, most));
        var entities = new ArrayList<Entity>();
        for (var table : tables) {
            var found = columns.getOrDefault((long) entities.size() + 1, List.of());
            var hidden = allColumns && !found.isEmpty() ? found.getFirst().total() - found.size() : 0;
            entities.add(
                    new Entity(table, found.stream().map(PlacedColumn::column).toList(), hidden));
        }
        return entities;
    }

    private static Map<Long, List<PlacedColumn>> columns(JdbcClient client, Collection<TableName> tables, int most) {
        var columns = new LinkedHashMap<Long, List<PlacedColumn>>();
        client.sql(COLUMNS)
                .param("schemas", strings(tables, TableName::schema))
                .param("names", strings(tables, TableName::name))
                .param("most", most)
                .query((row, _) -> column(row))
                .list()
                .forEach(column -> columns.computeIfAbsent(column.place(), _ -> new ArrayList<>())
                        .add(column));
        return columns;
    }

    private static String[] strings(Collection<TableName> tables, Function<TableName, String> part) {
        return tables.stream().map(part).toArray(String[]::new);
    }

    private static PlacedColumn column(ResultSet row) throws SQLException {
        return new PlacedColumn(
                row.getLong("place"),
                row.getInt("total"),
                new EntityColumn(
                        row.getString("attname"),
                        row.getString("type"),
                        row.getBoolean("of_primary"),
                        row.getBoolean("of_foreign")));
    }

    /** A column of the table at that place, counted from 1, which has so many in total. */
    private record PlacedColumn(long place, int total, EntityColumn column) {}
}
