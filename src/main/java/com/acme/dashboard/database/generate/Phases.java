package com.acme.dashboard.database.generate;

import java.util.ArrayList;
import java.util.List;

/** The statements of a plan by when they run, so that no table is locked for longer than it takes to change a catalog. */
final class Phases {

    final List<PlannedStatement> renames = new ArrayList<>();
    final List<PlannedStatement> foreignKeyDrops = new ArrayList<>();
    final List<PlannedStatement> main = new ArrayList<>();
    /** Foreign keys and indexes of new tables: after all of these, as a foreign key may need another one. */
    final List<PlannedStatement> onNewTables = new ArrayList<>();

    final List<PlannedStatement> backfill = new ArrayList<>();
    final List<PlannedStatement> checks = new ArrayList<>();
    final List<PlannedStatement> validations = new ArrayList<>();
    final List<PlannedStatement> notNull = new ArrayList<>();
    final List<PlannedChangeSet> concurrent = new ArrayList<>();
    final List<PlannedStatement> drops = new ArrayList<>();

    /** The change sets that are not empty, in their order; the first has no suffix. */
    List<PlannedChangeSet> changeSets(String summary) {
        var sets = new ArrayList<PlannedChangeSet>();
        var first = new ArrayList<>(renames);
        first.addAll(foreignKeyDrops);
        first.addAll(main);
        first.addAll(onNewTables);
        add(sets, "", summary, true, first);
        add(sets, "-backfill", "A value for the rows that are there", false, backfill);
        add(sets, "-constraints", "New rows keep to the constraints", true, checks);
        add(sets, "-validate", "The rows that are there keep to the constraints, too", true, validations);
        add(
                sets,
                "-not-null",
                "A column that a validated check keeps filled is made NOT NULL without reading the table",
                true,
                notNull);
        sets.addAll(concurrent);
        add(sets, "-drop", sets.isEmpty() ? summary : "What is gone from the code, with what it holds", true, drops);
        if (!sets.isEmpty()) {
            var head = sets.removeFirst();
            sets.addFirst(
                    new PlannedChangeSet("", head.comment(), head.inTransaction(), head.split(), head.statements()));
        }
        return sets;
    }

    private static void add(
            List<PlannedChangeSet> sets,
            String suffix,
            String comment,
            boolean split,
            List<PlannedStatement> statements) {
        if (!statements.isEmpty()) {
            sets.add(new PlannedChangeSet(suffix, comment, true, split, List.copyOf(statements)));
        }
    }
}
