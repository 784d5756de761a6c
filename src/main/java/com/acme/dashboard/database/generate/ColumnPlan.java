package com.acme.dashboard.database.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.dashboard.database.model.ColumnModel;
import com.acme.dashboard.database.model.ConstraintModel;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.model.TableModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans the changes of the columns of one table that is there and may have rows. */
final class ColumnPlan {

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

    private static final int LONGEST_NAME_BYTES = 63;

    private final Phases phases;
    private final Ddl ddl;
    private final Trial trial;
    private final RuledColumns ruled;
    private final boolean online;
    private final String file;
    private final String table;

    ColumnPlan(Phases phases, Ddl ddl, Trial trial, RuledColumns ruled, boolean online, String file, String table) {
        this.phases = phases;
        this.ddl = ddl;
        this.trial = trial;
        this.ruled = ruled;
        this.online = online;
        this.file = file;
        this.table = table;
    }

    void plan(TableModel actual, TableModel wanted, TableModel declared) throws SQLException {
        for (var said : declared.columns().values()) {
            var column = wanted.column(said.name());
            if (column == null) {
                // A change set makes it that says it is unmanaged.
                continue;
            }
            var before = actual.column(said.name());
            if (before == null) {
                add(said);
            } else if (!before.equals(column)) {
                change(before, column, said);
            }
        }
        for (var before : actual.columns().values()) {
            if (wanted.column(before.name()) == null) {
                drop(before);
            }
        }
    }

    private void add(ColumnModel column) throws SQLException {
        var isFilled = column.defaultValue() != null || column.identity() != null;
        if (online && column.defaultValue() != null && rewrites(ddl.addColumn(table, column))) {
            addWithDefaultOfEachRow(column, column.defaultValue());
            return;
        }
        var asAdded = !online || isFilled || !column.notNull() ? column : column.nullable();
        phases.main.add(PlannedStatement.of(
                asAdded.notNull() || isFilled
                        ? "A new column."
                        : "A new column; the rows that are there have null in it.",
                ddl.addColumn(table, asAdded),
                ddl.dropColumn(table, column.name())));
        if (!asAdded.equals(column)) {
            backfill(column, null);
            require(column);
        }
    }

    /** A default that is another one for each row is asked for row by row: nobody waits for that. */
    private void addWithDefaultOfEachRow(ColumnModel column, String defaultValue) {
        phases.main.add(PlannedStatement.of(
                "A new column; its default comes after it, or PostgreSQL would write the whole table anew.",
                ddl.addColumn(table, new ColumnModel(column.name(), column.type(), false, null, null)),
                ddl.dropColumn(table, column.name())));
        phases.main.add(PlannedStatement.of(
                "What new rows get where nothing is said.",
                ddl.alterColumn(table, column.name(), "set default " + defaultValue),
                ddl.alterColumn(table, column.name(), "drop default")));
        backfill(column, defaultValue);
        if (column.notNull()) {
            require(column);
        }
    }

    private boolean rewrites(String sql) throws SQLException {
        return trial.rewrites(ddl.quote(table), sql);
    }

    private void change(ColumnModel before, ColumnModel after, ColumnModel said) throws SQLException {
        var column = after.name();
        var retyped = !before.type().equals(after.type());
        var oldDefault = before.defaultValue();
        var newDefault = said.defaultValue();
        var renumbered = !Objects.equals(before.identity(), after.identity());
        if (renumbered && before.identity() != null) {
            dropIdentity(column, before.identity());
        }
        if (oldDefault != null && (retyped || newDefault == null)) {
            var drop = ddl.alterColumn(table, column, "drop default");
            phases.main.add(PlannedStatement.of(
                    newDefault == null ? "No default any more." : "The default is one of the old type.",
                    drop,
                    ddl.alterColumn(table, column, "set default " + oldDefault)));
            trial.run(drop);
        }
        if (retyped) {
            retype(column, before, after, said);
        }
        if (newDefault != null && (retyped || !Objects.equals(oldDefault, after.defaultValue()))) {
            phases.main.add(PlannedStatement.of(
                    "What new rows get where nothing is said.",
                    ddl.alterColumn(table, column, "set default " + newDefault),
                    ddl.alterColumn(
                            table,
                            column,
                            oldDefault == null || retyped ? "drop default" : "set default " + oldDefault)));
        }
        var required = !before.notNull() && after.notNull();
        if (before.notNull() && !after.notNull()) {
            phases.main.add(PlannedStatement.of(
                    "May be null now.",
                    ddl.alterColumn(table, column, "drop not null"),
                    ddl.alterColumn(table, column, "set not null")));
        } else if (required && online) {
            backfill(said, newDefault);
            require(said);
        } else if (required) {
            phases.main.add(PlannedStatement.of(
                    "Is never null now.",
                    ddl.alterColumn(table, column, "set not null"),
                    ddl.alterColumn(table, column, "drop not null")));
        }
        if (renumbered && after.identity() != null) {
            addIdentity(required && online ? phases.notNull : phases.main, column, after.identity());
        }
    }

    private void dropIdentity(String column, String identity) throws SQLException {
        var drop = ddl.alterColumn(table, column, "drop identity");
        phases.main.add(PlannedStatement.of(
                "The database does not number the rows any more.",
                drop,
                ddl.alterColumn(table, column, "add generated " + identity + " as identity")));
        trial.run(drop);
    }

    /** Last: PostgreSQL numbers no column that may be null or has a default. */
    private void addIdentity(List<PlannedStatement> phase, String column, String identity) {
        phase.add(PlannedStatement.of(
                "The database numbers new rows, from 1 on: restart it behind the rows that are there.",
                ddl.alterColumn(table, column, "add generated " + identity + " as identity"),
                ddl.alterColumn(table, column, "drop identity")));
    }

    private void retype(String column, ColumnModel before, ColumnModel after, ColumnModel said) throws SQLException {
        var name = ddl.quote(column);
        var forth = new Retyping(before.type(), after.type());
        var sql = ddl.retype(table, column, said.type(), using(column, forth, said.type()));
        var back = forth.back();
        var backUsing = isText(before.type()) ? name : back.cast(name);
        var as = comparedAs(before.type());
        var comment = rewrites(sql)
                ? "PostgreSQL writes the whole table anew: nobody reads or writes it until that is done."
                : "safe: change-type: PostgreSQL keeps the table as it is";
        phases.main.add(new PlannedStatement(
                forth.isBetweenZones()
                        ? comment + " Values mean UTC here: put in the zone that yours mean, in the rollback, too."
                        : comment,
                sql,
                List.of(ddl.retype(table, column, before.type(), backUsing)),
                "select count(*) from %s where %s%s is distinct from %s%s"
                        .formatted(ddl.quote(table), name, as, back.cast("(%s)".formatted(forth.cast(name))), as)));
    }

    /** Without a cast where PostgreSQL knows one: it refuses what does not fit, where a cast would cut it off. */
    private String using(String column, Retyping retyping, String type) throws SQLException {
        var name = ddl.quote(column);
        if (retyping.isBetweenZones()) {
            return retyping.cast(name);
        }
        return trial.castsByItself(ddl.retype(table, column, type, name)) ? name : name + "::" + type;
    }

    private static boolean isText(String type) {
        return type.startsWith("varchar") || type.equals("text");
    }

    /** What two values are compared as where their type has no equality: for documents, blanks and order do not count. */
    private String comparedAs(String type) throws SQLException {
        if (trial.hasEquality(type)) {
            return "";
        }
        return type.equals("json") ? "::jsonb" : "::text";
    }

    /** The rows that are there get a value, or a person is asked for one. */
    private void backfill(ColumnModel column, @Nullable String value) {
        var place = "%s.%s".formatted(table, column.name());
        var name = ddl.quote(column.name());
        phases.backfill.add(new PlannedStatement(
                value == null
                        ? "BACKFILL %s: put a value or an expression in the place of null; on a big table in several steps."
                                .formatted(place)
                        : "The rows that have none get the default; on a big table in several steps.",
                "update %s set %s = %s where %s is null"
                        .formatted(ddl.quote(table), name, Objects.requireNonNullElse(value, "null"), name),
                List.of()));
        if (value == null) {
            phases.backfill.add(new PlannedStatement(
                    "Ends here while that place is not filled in.",
                    """
                            do $$
                            begin
                                if exists (select from %s where %s is null) then
                                    raise exception '%s has no value in the rows that are there: fill in the backfill in %s';
                                end if;
                            end
                            $$""".formatted(ddl.quote(table), name, place.replace("'", "''"), file.replace("'", "''")),
                    List.of()));
        }
    }

    /** A check proves that every row has a value, and then NOT NULL needs no reading. */
    private void require(ColumnModel column) {
        var name = ddl.quote(column.name());
        var filled = new ConstraintModel(
                fitting(table + "_" + column.name() + "_filled"), Kind.CHECK, "check (%s is not null)".formatted(name));
        ConstraintPlan.addUnvalidated(phases, ddl, table, filled);
        phases.notNull.add(PlannedStatement.of(
                "Every row has one, as the check says.",
                ddl.alterColumn(table, column.name(), "set not null"),
                ddl.alterColumn(table, column.name(), "drop not null")));
        phases.notNull.add(PlannedStatement.of(
                "Says the same now.", ddl.dropConstraint(table, filled.name()), ddl.addConstraint(table, filled)));
    }

    /**
     * Nobody chooses this name, so that a long one is no reason to refuse; PostgreSQL would cut it off, and two columns with
     * one beginning would share it.
     */
    private static String fitting(String name) {
        if (name.getBytes(UTF_8).length <= LONGEST_NAME_BYTES) {
            return name;
        }
        var ending = "_" + HexFormat.of().toHexDigits(name.hashCode());
        var beginning = name;
        while (beginning.getBytes(UTF_8).length > LONGEST_NAME_BYTES - ending.length()) {
            beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return beginning + ending;
    }

    private void drop(ColumnModel column) throws SQLException {
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
