package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.CatalogModel;
import com.acme.dashboard.database.model.SchemaModel;
import com.acme.dashboard.database.model.TableModel;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import com.acme.dashboard.database.schema.SqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Makes one {@link ChangePlan}. PostgreSQL is asked on the way, by a connection whose changes are all taken back. */
final class Planner {

    private final Connection connection;
    private final Ddl ddl;
    private final Trial trial;
    private final boolean online;
    private final String file;
    private final Phases phases = new Phases();

    Planner(Connection connection, SqlNames names, boolean online, String file) throws SQLException {
        this.connection = connection;
        this.ddl = new Ddl(names);
        this.trial = new Trial(connection, names);
        this.online = online;
        this.file = file;
    }

    ChangePlan plan(ChangePlan.Target target, Predicate<Name> managed, Decisions decisions) throws SQLException {
        var savepoint = connection.setSavepoint();
        try {
            var actual = CatalogModel.of(Catalog.read(connection), managed);
            var renames = decisions.resolve(actual, target.wanted());
            rename(renames);
            var managedAfter = Renamed.managed(managed, renames);
            if (!renames.isEmpty()) {
                actual = CatalogModel.of(Catalog.read(connection), managedAfter);
            }
            var gone = Gone.between(actual, target.wanted());
            if (!gone.isEmpty() && !decisions.allowDrops()) {
                throw new UndecidedDrops(gone);
            }
            compare(actual, target, RuledColumns.read(connection));
            return new ChangePlan(phases.changeSets(Summary.of(actual, target.wanted(), renames)), managedAfter);
        } finally {
            connection.rollback(savepoint);
        }
    }

    private void rename(List<Rename> renames) throws SQLException {
        for (var rename : renames) {
            var table = rename.table();
            var statement = table == null
                    ? PlannedStatement.of(
                            "The same table under another name.",
                            ddl.renameTable(rename.from(), rename.to()),
                            ddl.renameTable(rename.to(), rename.from()))
                    : PlannedStatement.of(
                            "The same column under another name.",
                            ddl.renameColumn(table, rename.from(), rename.to()),
                            ddl.renameColumn(table, rename.to(), rename.from()));
            phases.renames.add(statement);
            trial.run(statement.sql());
        }
    }

    private void compare(SchemaModel actual, ChangePlan.Target target, RuledColumns ruled) throws SQLException {
        var created = new ArrayList<TableModel>();
        for (var before : actual.tables().values()) {
            new ConstraintPlan(phases, ddl, trial, online, before.name())
                    .dropForeignKeys(before, target.wanted().table(before.name()));
        }
        for (var wanted : target.wanted().tables().values()) {
            var declared = Objects.requireNonNull(target.declared().table(wanted.name()));
            var before = actual.table(wanted.name());
            if (before == null) {
                created.add(declared);
                continue;
            }
            new ConstraintPlan(phases, ddl, trial, online, wanted.name()).plan(before, wanted, declared);
            new ColumnPlan(phases, ddl, trial, ruled, online, file, wanted.name()).plan(before, wanted, declared);
        }
        created.forEach(this::create);
        for (var before : actual.tables().values()) {
            if (target.wanted().table(before.name()) == null) {
                drop(before.name());
            }
        }
    }

    private void create(TableModel table) {
        phases.main.add(PlannedStatement.of("A new table.", ddl.createTable(table), ddl.dropTable(table.name())));
        for (var foreignKey : Ddl.foreignKeys(table)) {
            phases.onNewTables.add(PlannedStatement.of(
                    "The table has no rows to be read.",
                    ddl.addConstraint(table.name(), foreignKey),
                    ddl.dropConstraint(table.name(), foreignKey.name())));
        }
        table.indexes()
                .values()
                .forEach(index -> phases.onNewTables.add(new PlannedStatement(
                        "The table has no rows to be indexed.", ddl.createIndex(table.name(), index), List.of())));
    }

    /** All that belongs to the table comes back with it, whoever made it. */
    private void drop(String name) throws SQLException {
        var table = Objects.requireNonNull(
                CatalogModel.of(Catalog.read(connection), _ -> true).table(name));
        var undo = new ArrayList<String>();
        undo.add(ddl.createTable(table));
        undo.addAll(trial.lostAlong(ddl.dropTable(name) + " cascade"));
        phases.drops.add(new PlannedStatement(
                "Its rows are gone after this; undoing it brings back an empty table.", ddl.dropTable(name), undo));
    }
}
