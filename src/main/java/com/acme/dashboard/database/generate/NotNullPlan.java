package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.ColumnModel;
import com.acme.dashboard.database.model.ConstraintModel;
import com.acme.dashboard.database.model.ConstraintModel.Kind;
import com.acme.dashboard.database.schema.Identifiers;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans how the columns of one table that may have rows get a value in each of them, while others read and write. */
final class NotNullPlan {

    private final Phases phases;
    private final Ddl ddl;
    private final String file;
    private final String table;

    NotNullPlan(Phases phases, Ddl ddl, String file, String table) {
        this.phases = phases;
        this.ddl = ddl;
        this.file = file;
        this.table = table;
    }

    /** The rows that are there get that value; where it is null, a person is asked for one. */
    void backfill(ColumnModel column, @Nullable String value) {
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
    void require(ColumnModel column) {
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
        if (Identifiers.fits(name)) {
            return name;
        }
        var ending = "_" + HexFormat.of().toHexDigits(name.hashCode());
        var beginning = name;
        while (!Identifiers.fits(beginning + ending)) {
            beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return beginning + ending;
    }
}
