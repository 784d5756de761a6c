package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in one line what a plan is about, for the change set's comment. */
final class Summary {

    /** How many changes are told each by itself. */
    private static final int LONGEST = 5;

    private Summary() {}

    static String of(SchemaModel actual, SchemaModel wanted, List<Rename> renames) {
        var words = new ArrayList<String>();
        for (var rename : renames) {
            words.add("%s%s is called %s now"
                    .formatted(rename.table() == null ? "" : rename.table() + ".", rename.from(), rename.to()));
        }
        for (var gone : Gone.between(actual, wanted)) {
            words.add((gone.table() == null ? "" : gone.table() + ".") + gone.name() + " is dropped");
        }
        for (var table : wanted.tables().values()) {
            var before = actual.table(table.name());
            if (before == null) {
                words.add("%s is new".formatted(table.name()));
                continue;
            }
            for (var column : table.columns().values()) {
                var was = before.column(column.name());
                if (!Objects.equals(was, column)) {
                    words.add("%s.%s %s".formatted(table.name(), column.name(), was == null ? "is new" : "changes"));
                }
            }
            if (!before.constraints().equals(table.constraints())
                    || !before.indexes().equals(table.indexes())) {
                words.add("%s has other constraints or indexes".formatted(table.name()));
            }
        }
        var more = words.size() - LONGEST;
        return String.join(", ", words.subList(0, Math.min(LONGEST, words.size())))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
