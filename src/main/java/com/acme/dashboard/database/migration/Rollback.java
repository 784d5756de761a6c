package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.schema.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Undoes the last change sets of a database that carries its environment. What was adopted is never undone, nor
 * anything below it. In production no table or column that holds data goes, and never the first change set.
 */
public final class Rollback {

    /** Which change sets are to be undone. */
    public sealed interface Extent {

        /** The last ones, at most so many. */
        record Last(int count) implements Extent {}

        /** All that came after the end of the run of that tag. */
        record After(String tag) implements Extent {}
    }

    /**
     * What would be done, the last change set first.
     *
     * @param end the adopted change set at which it ends early, if there is one
     */
    public record Plan(List<Undo> steps, Optional<ChangeSetName> end) {}

    private final Environment environment;
    private final Supplier<Connection> owner;
    private final EnvironmentGuard guard;
    private final SingletonSupplier<Changelog> changelog;

    /** Of that server's database and the changelog of its environment. */
    public Rollback(DatabaseServer server) {
        this(server.environment(), server::connect, () -> Changelog.of(server.environment()));
    }

    Rollback(Environment environment, Supplier<Connection> owner, Supplier<Changelog> changelog) {
        this.environment = environment;
        this.owner = owner;
        this.guard = new EnvironmentGuard(environment, owner);
        this.changelog = SingletonSupplier.of(changelog);
    }

    /**
     * What would be done; changes nothing.
     *
     * @param limits of counting what would be lost
     * @throws MigrationRefused if the database is not one of this environment, or it is production and would lose data
     * @throws MigrationFailed if a change set has no way back, was edited since, or there is no such tag; or if something is
     *     locked for longer than that
     */
    public Plan plan(Extent extent, MigrationLimits limits) {
        guard.requireOwn();
        try (var connection = owner.get()) {
            limits.limitTransaction(connection);
            var plan = plan(connection, extent);
            connection.rollback();
            return plan;
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /**
     * Does it, while no one else migrates; each change set is gone from the journal as soon as it is undone.
     *
     * @throws MigrationRefused as {@link #plan}, and in production also for data that were written since
     * @throws MigrationFailed if one would lose more than was agreed, or a statement fails; those before it stay undone
     */
    public void undo(Extent extent, Plan agreed, MigrationLimits limits, MigrationListener listener) {
        try (var _ = MigrationLock.acquire(owner, listener::waiting);
                var connection = owner.get()) {
            guard.requireOwn();
            limits.limit(connection);
            if (!names(plan(connection, extent)).equals(names(agreed))) {
                throw new MigrationFailed(
                        "Another process changed the database meanwhile; nothing was undone. Look again.");
            }
            for (var step : agreed.steps) {
                long start = System.nanoTime();
                undo(connection, step);
                listener.undone(step.name(), Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (SQLException e) {
            throw MigrationFailed.unexpected(e);
        }
    }

    /** The SQL that takes a change set out of the journal. */
    public static String forget(ChangeSetName name) {
        return "delete from databasechangelog where id = %s and author = %s and filename = %s"
                .formatted(Literals.quote(name.id()), Literals.quote(name.author()), Literals.quote(name.file()));
    }

    private static List<ChangeSetName> names(Plan plan) {
        return plan.steps.stream().map(Undo::name).toList();
    }

    private Plan plan(Connection connection, Extent extent) throws SQLException {
        return new RollbackRules(environment, changelog.obtain())
                .plan(
                        Journal.read(connection),
                        extent,
                        statements -> DataLoss.of(connection, String.join(";\n", statements)));
    }

    private void undo(Connection connection, Undo step) throws SQLException {
        connection.setAutoCommit(!step.inTransaction());
        try (var statement = connection.createStatement()) {
            requireAgreed(connection, step);
            for (var sql : step.statements()) {
                statement.execute(sql);
            }
            statement.execute(forget(step.name()));
            if (step.inTransaction()) {
                connection.commit();
            }
        } catch (SQLException e) {
            var message = "%s could not be undone: %s".formatted(step.name(), FailureMessage.of(e));
            throw new MigrationFailed(FailureMessage.with(message, ChangeSetFailure.advice(e)), e);
        }
    }

    /** Others wrote on since it was counted. Outside of a transaction no lock lasts until the statements run. */
    private void requireAgreed(Connection connection, Undo step) throws SQLException {
        var sql = String.join(";\n", step.statements());
        var losses = step.inTransaction() ? DataLoss.lockedOf(connection, sql) : DataLoss.of(connection, sql);
        var more = losses.stream().filter(loss -> loss.exceeds(step.losses())).findFirst();
        if (more.isPresent()) {
            var message = "%s was not undone: it would lose %s, more than was counted before.\nLook again."
                    .formatted(step.name(), more.get());
            throw environment == Environment.PROD ? new MigrationRefused(message) : new MigrationFailed(message);
        }
    }
}
