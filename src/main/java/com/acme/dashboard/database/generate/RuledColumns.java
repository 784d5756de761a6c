package com.acme.dashboard.database.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The columns in which not every value may stand, whoever made the rule. */
final class RuledColumns {

    /** An index on an expression names its columns among what it depends on only. */
    private static final String QUERY = """
            select c.relname, a.attname, bool_or(rule.is_key)
            from (
                select conrelid, unnest(conkey), contype = 'p'
                from pg_constraint
                where contype in ('c', 'f', 'p', 'u', 'x')
                union all
                select i.indrelid, d.refobjsubid, false
                from pg_index i
                join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = i.indexrelid and d.refobjid = i.indrelid
                where i.indisunique
            ) as rule (relid, attnum, is_key)
            join pg_class c on c.oid = rule.relid
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
            join pg_attribute a on a.attrelid = c.oid and a.attnum = rule.attnum
            where a.attnum > 0
            group by c.relname, a.attname
            """;

    private record Column(String table, String name) {}

    private final Map<Column, Boolean> keys;

    private RuledColumns(Map<Column, Boolean> keys) {
        this.keys = keys;
    }

    static RuledColumns read(Connection connection) throws SQLException {
        Map<Column, Boolean> keys = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                keys.put(new Column(rows.getString(1), rows.getString(2)), rows.getBoolean(3));
            }
        }
        return new RuledColumns(keys);
    }

    /** Whether a check, a reference, a key or something unique looks at the column. */
    boolean contains(String table, String column) {
        return keys.containsKey(new Column(table, column));
    }

    /** Whether the column is of the primary key, which takes no null. */
    boolean isOfKey(String table, String column) {
        return keys.getOrDefault(new Column(table, column), false);
    }
}
