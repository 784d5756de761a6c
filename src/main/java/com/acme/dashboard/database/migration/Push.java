package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.generate.ChangePlan;
import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.generate.Gone;
import com.acme.dashboard.database.generate.PlannedStatement;
import com.acme.dashboard.database.generate.UndecidedDrops;
import com.acme.dashboard.database.model.InvalidMapping;
import com.acme.dashboard.database.model.MappedAggregates;
import com.acme.dashboard.database.schema.Catalog;
import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import com.acme.dashboard.database.schema.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Brings a development database to the mapped classes without a change set. It is written down in the database, so that
 * the change set that is generated later is not applied to what is there already.
 */
public final class Push {

    private final Supplier<Connection> owner;
    private final Supplier<ScratchServer> scratch;
    private final SingletonSupplier<Changelog> changelog;
    private final Collection<Class<?>> aggregates;
    private final Migrations migrations;

    /** @throws MigrationRefused unless the environment is dev */
    public Push(DatabaseServer server) {
        this(
                server.environment(),
                server::connect,
                server::scratchServer,
                () -> Changelog.of(server.environment()),
                MappedAggregates.find());
    }

    Push(
            Environment environment,
            Supplier<Connection> owner,
            Supplier<ScratchServer> scratch,
            Supplier<Changelog> changelog,
            Collection<Class<?>> aggregates) {
        if (environment != Environment.DEV) {
            throw new MigrationRefused("push is for dev only; nothing was changed.");
        }
        this.owner = owner;
        this.scratch = scratch;
        this.changelog = SingletonSupplier.of(changelog);
        this.aggregates = aggregates;
        this.migrations = new Migrations(environment, owner, this.changelog);
    }

    /**
     * Does it, all or nothing, while no one else migrates.
     *
     * @param shown is told each statement before it runs, and above it in a comment what it loses, counted
     * @return how many there were; 0 where the database is as the classes describe it
     * @throws MigrationRefused unless the database carries the environment dev, or if values would be altered that the
     *     decisions do not allow to be lost
     * @throws MigrationFailed if change sets are pending or a statement fails
     * @throws UndecidedDrops if something is gone from the code and the decisions do not tell what becomes of it
     * @throws InvalidMapping if a class does not describe a table
     */
    public int run(Decisions decisions, Runnable waiting, Consumer<String> shown) {
        try (var _ = MigrationLock.acquire(owner, waiting)) {
            migrations.requireNothingPending();
            return runLocked(decisions, shown);
        } catch (SQLException e) {
            throw new MigrationFailed("Nothing was pushed: " + FailureMessage.of(e), e);
        }
    }

    private int runLocked(Decisions decisions, Consumer<String> shown) throws SQLException {
        try (var server = scratch.get();
                var comparison = ModelComparison.of(server, changelog.obtain(), aggregates);
                var connection = owner.get()) {
            MigrationLimits.DEFAULT.limit(connection);
            connection.setAutoCommit(false);
            var statements =
                    plan(connection, comparison, decisions).statements().toList();
            execute(connection, statements, decisions.allowDrops(), shown);
            if (statements.isEmpty()) {
                connection.rollback();
            } else {
                writeDown(connection, statements, comparison);
                connection.commit();
            }
            return statements.size();
        }
    }

    private static ChangePlan plan(Connection connection, ModelComparison comparison, Decisions decisions)
            throws SQLException {
        try {
            return ChangePlan.direct(
                    connection, comparison.names(), comparison.target(), managed(connection, comparison), decisions);
        } catch (UndecidedDrops undecided) {
            var holds = new HashMap<Gone, String>();
            for (var gone : undecided.gone()) {
                holds.put(gone, holds(connection, gone));
            }
            throw new UndecidedDrops(undecided.gone(), gone -> Objects.requireNonNull(holds.get(gone)));
        }
    }

    /** A table that neither the changelog nor the code nor an earlier push knows is somebody else's. */
    private static Predicate<Name> managed(Connection connection, ModelComparison comparison) throws SQLException {
        var known = new HashSet<>(PushRecord.tables(connection));
        known.addAll(comparison.target().wanted().tables().keySet());
        comparison.built().catalog().objects().keySet().stream()
                .filter(name -> name.kind() == Kind.TABLE)
                .forEach(name -> known.add(name.name()));
        return name -> comparison.built().isManaged(name)
                && known.contains(Objects.requireNonNullElse(name.table(), name.name()));
    }

    private static String holds(Connection connection, Gone gone) throws SQLException {
        var table = gone.table();
        var drop = table == null
                ? "drop table " + Identifiers.quote(gone.name())
                : "alter table %s drop column %s".formatted(Identifiers.quote(table), Identifiers.quote(gone.name()));
        var losses = DataLoss.of(connection, drop);
        return losses.isEmpty()
                ? ""
                : "%,d %s".formatted(losses.getFirst().rows(), losses.getFirst().rows() == 1 ? "row" : "rows");
    }

    private static void requireUnaltered(Connection connection, PlannedStatement statement) throws SQLException {
        if (statement.altered() == null) {
            return;
        }
        try (var query = connection.createStatement();
                var count = query.executeQuery(statement.altered())) {
            if (count.next() && count.getLong(1) > 0) {
                throw new MigrationRefused(
                        "It would alter the values of %,d rows, as the new type does not hold them: %s;\nnothing was changed. Add --allow-drops if that is meant."
                                .formatted(count.getLong(1), statement.sql()));
            }
        }
    }

    private static void execute(
            Connection connection, List<PlannedStatement> statements, boolean allowDrops, Consumer<String> shown)
            throws SQLException {
        for (var statement : statements) {
            if (!allowDrops) {
                requireUnaltered(connection, statement);
            }
            for (var loss : DataLoss.of(connection, statement.sql())) {
                shown.accept("-- loses " + loss);
            }
            shown.accept(statement.sql() + ";");
            try (var execution = connection.createStatement()) {
                execution.execute(statement.sql());
            } catch (SQLException e) {
                throw new MigrationFailed(
                        "Nothing was pushed, because the rows that are there do not allow: %s\nPostgreSQL says: %s. A @ColumnDefault, @Nullable or ./db reset:dev helps."
                                .formatted(statement.sql(), FailureMessage.of(e).replace("\n", " ")),
                        e);
            }
        }
    }

    private static void writeDown(Connection connection, List<PlannedStatement> statements, ModelComparison comparison)
            throws SQLException {
        if (Catalog.read(connection).equals(comparison.built().catalog())) {
            PushRecord.forget(connection);
        } else {
            PushRecord.write(
                    connection,
                    statements.stream().map(PlannedStatement::sql).toList(),
                    comparison.target().wanted().tables().keySet());
        }
    }
}
