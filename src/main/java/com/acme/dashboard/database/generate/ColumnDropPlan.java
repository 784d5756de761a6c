package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.ColumnModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans the drops of columns of one table that may have rows, and what comes back where they are undone. */
final class ColumnDropPlan {

    /** What stands in rows where a column comes back whose values are gone; by its type without a length. */
    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            Map.entry("varchar", "''"),
            Map.entry("text", "''"),
            Map.entry("smallint", "0"),
            Map.entry("integer", "0"),
            Map.entry("bigint", "0"),
            Map.entry("numeric", "0"),
            Map.entry("real", "0"),
            Map.entry("double precision", "0"),
            Map.entry("boolean", "false"),
            Map.entry("uuid", "'00000000-0000-0000-0000-000000000000'"),
            Map.entry("date", "'1970-01-01'"),
            Map.entry("timestamp", "'1970-01-01'"),
            Map.entry("timestamptz", "'1970-01-01 00:00Z'"),
            Map.entry("time", "'00:00'"),
            Map.entry("interval", "'0'"),
            Map.entry("bytea", "''"),
            Map.entry("jsonb", "'{}'"));

    private final Phases phases;
    private final Ddl ddl;
    private final Trial trial;
    private final RuledColumns ruled;
    private final String table;

    ColumnDropPlan(Phases phases, Ddl ddl, Trial trial, RuledColumns ruled, String table) {
        this.phases = phases;
        this.ddl = ddl;
        this.trial = trial;
        this.ruled = ruled;
        this.table = table;
    }

    void plan(ColumnModel column) throws SQLException {
        var sql = ddl.dropColumn(table, column.name());
        var undo = new ArrayList<String>();
        var comesBack = bringBack(column, undo);
        undo.addAll(trial.lostAlong(sql));
        phases.drops.add(new PlannedStatement("Its values are gone after this; undoing it " + comesBack, sql, undo));
    }

    /** Tells what stands in the column then. A value that a rule refuses would keep all of it from being undone. */
    private String bringBack(ColumnModel column, List<String> undo) {
        if (!column.notNull() || column.defaultValue() != null || column.identity() != null) {
            undo.add(ddl.addColumn(table, column));
            return "brings back the column %s."
                    .formatted(
                            column.identity() != null
                                    ? "with new numbers"
                                    : column.defaultValue() != null ? "with its default" : "empty");
        }
        if (ruled.isOfKey(table, column.name())) {
            undo.add(ddl.addColumn(table, column));
            return "fails in a table with rows, as nobody knows their keys any more.";
        }
        var placeholder = placeholder(column.type());
        if (placeholder == null || ruled.contains(table, column.name())) {
            undo.add(ddl.addColumn(table, column.nullable()));
            undo.add(requireWhereFilled(column.name()));
            return "brings back the column empty, and NOT NULL only in a table without rows.";
        }
        undo.add(ddl.addColumn(table, new ColumnModel(column.name(), column.type(), true, placeholder, null)));
        undo.add(ddl.alterColumn(table, column.name(), "drop default"));
        return "brings back the column with " + placeholder + " in every row.";
    }

    private String requireWhereFilled(String column) {
        return """
                do $$
                begin
                    if not exists (select from %s where %s is null) then
                        %s;
                    end if;
                end
                $$""".formatted(ddl.quote(table), ddl.quote(column), ddl.alterColumn(table, column, "set not null"));
    }

    private static @Nullable String placeholder(String type) {
        return type.endsWith("[]") ? "'{}'" : PLACEHOLDERS.get(type.replaceFirst("\\(.*", ""));
    }
}
