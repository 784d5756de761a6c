package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.ColumnModel;
import com.acme.dashboard.database.model.TableModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Plans the changes of the columns of one table that is there and may have rows. */
final class ColumnPlan {

    private final Phases phases;
    private final Ddl ddl;
    private final Trial trial;
    private final boolean online;
    private final String table;
    private final NotNullPlan notNull;
    private final ColumnDropPlan drops;

    ColumnPlan(Phases phases, Ddl ddl, Trial trial, RuledColumns ruled, boolean online, String file, String table) {
        this.phases = phases;
        this.ddl = ddl;
        this.trial = trial;
        this.online = online;
        this.table = table;
        this.notNull = new NotNullPlan(phases, ddl, file, table);
        this.drops = new ColumnDropPlan(phases, ddl, trial, ruled, table);
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
                drops.plan(before);
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
            notNull.backfill(column, null);
            notNull.require(column);
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
        notNull.backfill(column, defaultValue);
        if (column.notNull()) {
            notNull.require(column);
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
            notNull.backfill(said, newDefault);
            notNull.require(said);
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
}
