package com.acme.dashboard.studio;

import com.acme.dashboard.studio.TableSchema.TableConstraint;
import com.acme.dashboard.studio.TableSchema.TableIndex;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what PostgreSQL knows of a table beyond its columns. */
@Component
class SchemaQueries {

    private final StudioDatabase database;

    SchemaQueries(StudioDatabase database) {
        this.database = database;
    }

    TableSchema schema(TableShape shape) {
        var table = shape.name().quoted();
        return database.read(client ->
                new TableSchema(shape, bytes(client, table), constraints(client, table), indexes(client, table)));
    }

    private static long bytes(JdbcClient client, String table) {
        return client.sql("select coalesce(pg_total_relation_size(to_regclass(:table)), 0)")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    /** Less those that a column is not null, which PostgreSQL lists from its version 18 on: the columns say so themselves. */
    private static List<TableConstraint> constraints(JdbcClient client, String table) {
        return client.sql("""
                        select conname, pg_get_constraintdef(oid)
                        from pg_constraint
                        where conrelid = to_regclass(:table) and contype <> 'n'
                        order by conname
                        """)
                .param("table", table)
                .query((row, _) -> new TableConstraint(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<TableIndex> indexes(JdbcClient client, String table) {
        return client.sql("""
                        select relname, pg_get_indexdef(indexrelid), pg_relation_size(indexrelid),
                               coalesce(pg_stat_get_numscans(indexrelid), 0)
                        from pg_index
                        join pg_class on pg_class.oid = indexrelid
                        where indrelid = to_regclass(:table)
                        order by relname
                        """)
                .param("table", table)
                .query((row, _) -> new TableIndex(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
