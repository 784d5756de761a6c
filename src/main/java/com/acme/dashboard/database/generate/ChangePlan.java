package com.acme.dashboard.database.generate;

import com.acme.dashboard.database.model.SchemaModel;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import com.acme.dashboard.database.schema.SqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that bring a database's tables to those of a model.
 *
 * @param managed which things of the database a model may describe once these have run
 */
public record ChangePlan(List<PlannedChangeSet> changeSets, Predicate<Name> managed) {

    private static final Pattern BREAKING = Pattern.compile(
            "\\b(set not null|drop default|drop identity|drop column|drop table|rename|add constraint|create unique index"
                    + "|alter column .+ type)\\b");

    /**
     * What is to be reached.
     *
     * @param declared as the code says it
     * @param wanted the same as PostgreSQL tells it once it is made
     */
    public record Target(SchemaModel declared, SchemaModel wanted) {}

    /**
     * For databases that are in use: nothing in it locks a table for long.
     *
     * @param connection to a database in the state before; it has an open transaction, of which nothing is kept
     * @param managed which things of the database a model may describe
     * @param file the file's path, which a person is told to fill in
     * @throws UndecidedDrops if something is gone from the code and the decisions do not tell what becomes of it
     * @throws InvalidRename if a decision names something that is not there
     */
    public static ChangePlan forReview(
            Connection connection,
            SqlNames names,
            Target target,
            Predicate<Name> managed,
            Decisions decisions,
            String file)
            throws SQLException {
        return new Planner(connection, names, true, file).plan(target, managed, decisions);
    }

    /** The same for a database that nobody else uses: the shortest way, in one transaction. */
    public static ChangePlan direct(
            Connection connection, SqlNames names, Target target, Predicate<Name> managed, Decisions decisions)
            throws SQLException {
        return new Planner(connection, names, false, "").plan(target, managed, decisions);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return changeSets.isEmpty();
    }

    /** Whether a person has to fill in what rows have that are there. */
    public boolean needsBackfill() {
        return statements().anyMatch(statement -> statement.sql().startsWith("do "));
    }

    /** Whether an INSERT that ran before may fail after it. */
    public boolean mayBreakInserts() {
        return sql().stream().anyMatch(sql -> BREAKING.matcher(sql).find());
    }

    /** Their SQL, without semicolons. */
    public List<String> sql() {
        return statements().map(PlannedStatement::sql).toList();
    }

    /** The statements of all change sets, in order. */
    public Stream<PlannedStatement> statements() {
        return changeSets.stream().flatMap(changeSet -> changeSet.statements().stream());
    }
}
