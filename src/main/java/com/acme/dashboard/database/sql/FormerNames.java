package com.acme.dashboard.database.sql;

import java.util.HashMap;
import java.util.Map;

/** What tables and columns were called before statements that rename them: only those names are there to be looked up. */
final class FormerNames {

    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();

    String ofTable(String table) {
        return tables.getOrDefault(table, table);
    }

    String ofColumn(String table, String column) {
        return columns.getOrDefault(ofTable(table) + "." + column, column);
    }

    /** Reads what follows {@code alter table … rename}. */
    void rename(String table, SqlCursor cursor) {
        if (cursor.accept("to")) {
            var schema = table.substring(0, table.lastIndexOf('.') + 1);
            tables.put(schema + cursor.name(), ofTable(table));
            return;
        }
        cursor.accept("column");
        var before = cursor.name();
        if (cursor.accept("to")) {
            columns.put(ofTable(table) + "." + cursor.name(), ofColumn(table, before));
        }
    }

    /** To another schema. */
    void move(String table, String schema) {
        var name = table.substring(table.lastIndexOf('.') + 1);
        tables.put(schema.equals("public") ? name : schema + "." + name, ofTable(table));
    }
}
