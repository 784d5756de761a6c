package com.acme.dashboard.studio;

import static com.acme.dashboard.studio.CatalogQueries.strings;

import com.acme.dashboard.studio.EntityDiagram.Relationship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the foreign keys between tables that can be read. */
final class ForeignKeyQueries {

    private static final String FOREIGN_KEYS = """
            select conname, own.nspname, mine.relname,
                   array(select attname::text from unnest(conkey) with ordinality part (number, place)
                         join pg_attribute on attrelid = conrelid and attnum = number order by place) as from_columns,
                   target.nspname as to_schema, theirs.relname as to_table,
                   array(select attname::text from unnest(confkey) with ordinality part (number, place)
                         join pg_attribute on attrelid = confrelid and attnum = number order by place) as to_columns%s
            from pg_constraint
            join pg_class mine on mine.oid = conrelid join pg_namespace own on own.oid = mine.relnamespace
            join pg_class theirs on theirs.oid = confrelid join pg_namespace target on target.oid = theirs.relnamespace
            where contype = 'f' and conparentid = 0
              and has_table_privilege(conrelid, 'select') and has_table_privilege(confrelid, 'select')
            """;

    private static final String OF_TABLE =
            FOREIGN_KEYS.formatted("") + " and %s = to_regclass(:table) order by conname";

    /** Where some of its columns are unique together, no two rows reference the same one. */
    private static final String RELATIONSHIPS =
            FOREIGN_KEYS.formatted("""
            ,
                   not exists (select from pg_index
                               where indrelid = conrelid and indisunique and indisvalid and indpred is null and indexprs is null
                                 and (indkey::smallint[])[0:indnkeyatts - 1] <@ conkey) as many,
                   exists (select from pg_attribute join pg_type t on t.oid = atttypid
                           where attrelid = conrelid and attnum = any (conkey) and not (attnotnull or typnotnull)) as optional
            """.stripTrailing()) + " order by own.nspname, mine.relname, conname";

    private ForeignKeyQueries() {}

    /** Those of a table, by name. */
    static List<ForeignKey> references(JdbcClient client, TableName table) {
        return of(client, "conrelid", table);
    }

    /** Those of all tables that reference this one, by name. */
    static List<ForeignKey> referencedBy(JdbcClient client, TableName table) {
        return of(client, "confrelid", table);
    }

    /** Those of all tables, by schema, table and name. */
    static List<Relationship> relationships(JdbcClient client) {
        return client.sql(RELATIONSHIPS)
                .query((row, _) ->
                        new Relationship(foreignKey(row), row.getBoolean("many"), row.getBoolean("optional")))
                .list();
    }

    private static List<ForeignKey> of(JdbcClient client, String side, TableName table) {
        return client.sql(OF_TABLE.formatted(side))
                .param("table", table.quoted())
                .query((row, _) -> foreignKey(row))
                .list();
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString("conname"),
                new TableName(row.getString("nspname"), row.getString("relname")),
                strings(row.getArray("from_columns")),
                new TableName(row.getString("to_schema"), row.getString("to_table")),
                strings(row.getArray("to_columns")));
    }
}
