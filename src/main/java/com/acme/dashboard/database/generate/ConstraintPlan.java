package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.ConstraintModel;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.model.IndexModel;
import com.acme.dashboard.database.model.TableModel;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans the changes of the constraints and indexes of one table that is there and may have rows. */
final class ConstraintPlan {

    private final Phases phases;
    private final Ddl ddl;
    private final Trial trial;
    private final boolean online;
    private final String table;

    ConstraintPlan(Phases phases, Ddl ddl, Trial trial, boolean online, String table) {
        this.phases = phases;
        this.ddl = ddl;
        this.trial = trial;
        this.online = online;
        this.table = table;
    }

    /** Before everything else: what they refer to may change or go. */
    void dropForeignKeys(TableModel actual, @Nullable TableModel wanted) throws SQLException {
        var renamed = wanted == null ? Map.<String, String>of() : renamedConstraints(actual, wanted);
        for (var before : actual.constraints().values()) {
            if (before.kind() == Kind.FOREIGN_KEY && !renamed.containsKey(before.name()) && !isKept(before, wanted)) {
                drop(before, phases.foreignKeyDrops, wanted);
            }
        }
    }

    private static boolean isKept(ConstraintModel before, @Nullable TableModel wanted) {
        return wanted != null && before.equals(wanted.constraints().get(before.name()));
    }

    private void drop(ConstraintModel before, List<PlannedStatement> phase, @Nullable TableModel wanted)
            throws SQLException {
        var statement = PlannedStatement.of(
                wanted != null && wanted.constraints().containsKey(before.name())
                        ? "Comes back below as the code has it now."
                        : "Gone from the code.",
                ddl.dropConstraint(table, before.name()),
                ddl.addConstraint(table, before));
        phase.add(statement);
        trial.run(statement.sql());
    }

    void plan(TableModel actual, TableModel wanted, TableModel declared) throws SQLException {
        var renamed = renamedConstraints(actual, wanted);
        renamed.forEach((from, to) -> phases.renames.add(PlannedStatement.of(
                "The same constraint under another name.",
                ddl.renameConstraint(table, from, to),
                ddl.renameConstraint(table, to, from))));
        for (var before : actual.constraints().values()) {
            if (before.kind() != Kind.FOREIGN_KEY && !renamed.containsKey(before.name()) && !isKept(before, wanted)) {
                drop(before, phases.main, wanted);
            }
        }
        for (var after : wanted.constraints().values()) {
            if (!renamed.containsValue(after.name())
                    && !after.equals(actual.constraints().get(after.name()))) {
                add(Objects.requireNonNull(declared.constraints().get(after.name())));
            }
        }
        planIndexes(actual, wanted, declared);
    }

    private void add(ConstraintModel constraint) {
        if (!online) {
            phases.checks.add(PlannedStatement.of(
                    "A new constraint.",
                    ddl.addConstraint(table, constraint),
                    ddl.dropConstraint(table, constraint.name())));
            return;
        }
        switch (constraint.kind()) {
            case FOREIGN_KEY, CHECK -> addUnvalidated(phases, ddl, table, constraint);
            case UNIQUE, PRIMARY_KEY -> addByIndex(constraint);
        }
    }

    /** Locks the table for a moment only; the rows that are there are read later, while others write. */
    static void addUnvalidated(Phases phases, Ddl ddl, String table, ConstraintModel constraint) {
        var add = ddl.addConstraint(table, constraint) + " not valid";
        var drop = ddl.dropConstraint(table, constraint.name());
        phases.checks.add(PlannedStatement.of("New rows only: the others are not read here.", add, drop));
        phases.validations.add(PlannedStatement.of(
                "Reads the rows that are there, while others read and write.",
                ddl.validate(table, constraint.name()),
                drop,
                add));
    }

    /** The constraint takes over an index that was built while others write; each step can be repeated after a kill. */
    private void addByIndex(ConstraintModel constraint) {
        var key = constraint.kind() == Kind.PRIMARY_KEY ? "primary key" : "unique";
        var index =
                new IndexModel(constraint.name(), true, constraint.definition().substring(key.length() + 1));
        var drop = ddl.dropConstraintIfExists(table, constraint.name());
        phases.concurrent.add(new PlannedChangeSet(
                "-" + constraint.name(),
                "The %s constraint %s, built while others write".formatted(key, constraint.name()),
                false,
                true,
                List.of(
                        PlannedStatement.of("What a run that was killed here has left.", drop),
                        PlannedStatement.of("Or its index alone.", ddl.dropIndexConcurrently(index.name())),
                        PlannedStatement.of("Its index.", ddl.createIndexConcurrently(table, index)),
                        PlannedStatement.of(
                                "The index becomes the constraint.",
                                ddl.alter(
                                        table,
                                        "add constraint %s %s using index %s"
                                                .formatted(ddl.quote(index.name()), key, ddl.quote(index.name()))),
                                drop))));
    }

    private void planIndexes(TableModel actual, TableModel wanted, TableModel declared) throws SQLException {
        var renamed = renamedIndexes(actual, wanted);
        renamed.forEach((from, to) -> phases.renames.add(PlannedStatement.of(
                "The same index under another name.", ddl.renameIndex(from, to), ddl.renameIndex(to, from))));
        for (var before : actual.indexes().values()) {
            if (!renamed.containsKey(before.name())
                    && !before.equals(wanted.indexes().get(before.name()))) {
                dropIndex(before);
            }
        }
        for (var after : wanted.indexes().values()) {
            if (!renamed.containsValue(after.name())
                    && !after.equals(actual.indexes().get(after.name()))) {
                addIndex(Objects.requireNonNull(declared.indexes().get(after.name())));
            }
        }
    }

    private void addIndex(IndexModel index) {
        if (!online) {
            phases.checks.add(
                    PlannedStatement.of("A new index.", ddl.createIndex(table, index), ddl.dropIndex(index.name())));
            return;
        }
        var drop = ddl.dropIndexConcurrently(index.name());
        phases.concurrent.add(new PlannedChangeSet(
                "-" + index.name(),
                "The index %s, built while others write".formatted(index.name()),
                false,
                true,
                List.of(
                        PlannedStatement.of("What a run that was killed here has left.", drop),
                        PlannedStatement.of("A new index.", ddl.createIndexConcurrently(table, index), drop))));
    }

    private void dropIndex(IndexModel index) throws SQLException {
        trial.run(ddl.dropIndex(index.name()));
        if (!online) {
            phases.main.add(PlannedStatement.of(
                    "Gone from the code.", ddl.dropIndex(index.name()), ddl.createIndex(table, index)));
            return;
        }
        var drop = ddl.dropIndexConcurrently(index.name());
        phases.concurrent.add(new PlannedChangeSet(
                "-without-" + index.name(),
                "The index %s is gone from the code".formatted(index.name()),
                false,
                true,
                List.of(PlannedStatement.of(
                        "Nobody waits for this.", drop, drop, ddl.createIndexConcurrently(table, index)))));
    }

    private static Map<String, String> renamedConstraints(TableModel actual, TableModel wanted) {
        Map<String, String> renamed = new HashMap<>();
        for (var before : actual.constraints().values()) {
            wanted.constraints().values().stream()
                    .filter(after -> !actual.constraints().containsKey(after.name())
                            && !wanted.constraints().containsKey(before.name())
                            && !renamed.containsValue(after.name())
                            && after.kind() == before.kind()
                            && after.definition().equals(before.definition()))
                    .findFirst()
                    .ifPresent(after -> renamed.put(before.name(), after.name()));
        }
        return renamed;
    }

    private static Map<String, String> renamedIndexes(TableModel actual, TableModel wanted) {
        Map<String, String> renamed = new HashMap<>();
        for (var before : actual.indexes().values()) {
            wanted.indexes().values().stream()
                    .filter(after -> !actual.indexes().containsKey(after.name())
                            && !wanted.indexes().containsKey(before.name())
                            && !renamed.containsValue(after.name())
                            && after.unique() == before.unique()
                            && after.definition().equals(before.definition()))
                    .findFirst()
                    .ifPresent(after -> renamed.put(before.name(), after.name()));
        }
        return renamed;
    }
}
