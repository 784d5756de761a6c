package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.ScratchDatabase;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.generate.ChangePlan;
import com.acme.dashboard.database.generate.Ddl;
import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.model.AggregateMapping;
import com.acme.dashboard.database.model.CatalogModel;
import com.acme.dashboard.database.model.InvalidMapping;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.Identifiers;
import com.acme.dashboard.database.schema.SqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * The mapped classes beside what a changelog builds, in one scratch database, so that both are told in the same words of
 * the same server.
 */
final class ModelComparison implements AutoCloseable {

    private final ScratchDatabase scratch;
    private final Connection connection;
    private final ChangelogSchema built;
    private final SqlNames names;
    private final ChangePlan.Target target;

    private ModelComparison(
            ScratchDatabase scratch,
            Connection connection,
            ChangelogSchema built,
            SqlNames names,
            ChangePlan.Target target) {
        this.scratch = scratch;
        this.connection = connection;
        this.built = built;
        this.names = names;
        this.target = target;
    }

    /**
     * Builds the changelog in a scratch database and makes the tables of the classes there once.
     *
     * @throws MigrationFailed if a change set cannot be applied
     * @throws InvalidMapping if a class does not describe a table
     */
    static ModelComparison of(ScratchServer server, Changelog changelog, Collection<Class<?>> aggregates)
            throws SQLException {
        var scratch = server.create();
        try {
            return of(scratch, scratch.connect(), changelog, aggregates);
        } catch (SQLException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private static ModelComparison of(
            ScratchDatabase scratch, Connection connection, Changelog changelog, Collection<Class<?>> aggregates)
            throws SQLException {
        try (var look = scratch.connect()) {
            var built = ChangelogSchema.build(connection, look, changelog);
            var names = SqlNames.of(connection);
            var target = make(connection, built, aggregates, names);
            return new ModelComparison(scratch, connection, built, names, target);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** In the place of the tables that are there, for the types and functions that change sets have made; all is taken back. */
    private static ChangePlan.Target make(
            Connection connection, ChangelogSchema built, Collection<Class<?>> aggregates, SqlNames names)
            throws SQLException {
        var declared = AggregateMapping.read(aggregates, names);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var table :
                    CatalogModel.of(built.catalog(), built::isManaged).tables().keySet()) {
                statement.execute("drop table " + Identifiers.quote(table) + " cascade");
            }
            for (var sql : new Ddl(names).create(declared)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new InvalidMapping(
                            "The mapped classes describe what PostgreSQL cannot make: %s\n%s"
                                    .formatted(
                                            String.valueOf(e.getMessage()).replace("\n", " "),
                                            sql.replaceAll("\\s+", " ")),
                            e);
                }
            }
            return new ChangePlan.Target(declared, CatalogModel.of(Catalog.read(connection), built::isManaged));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What the code describes. */
    ChangePlan.Target target() {
        return target;
    }

    /** What the changelog has built. */
    ChangelogSchema built() {
        return built;
    }

    SqlNames names() {
        return names;
    }

    /** To the scratch database as the changelog has built it; commits by itself. */
    Connection connection() {
        return connection;
    }

    /** The change sets of a file that brings the one to the other; none where there is no difference. */
    ChangePlan plan(Decisions decisions, String file) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return ChangePlan.forReview(connection, names, target, built::isManaged, decisions, file);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What {@code generate} would have to write, a statement each; empty where it has nothing to do. */
    List<String> differences() throws SQLException {
        return plan(new Decisions(List.of(), true), "").sql();
    }

    @Override
    public void close() throws SQLException {
        try (scratch) {
            connection.close();
        }
    }
}
