package com.acme.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
    private final Changelog changelog;
    private final Migrations migrations;

    public Rollback(DatabaseServer server) {
        this(server.environment(), server::connect, Changelog.of(server.environment()));
    }

    Rollback(Environment environment, Supplier<Connection> owner, Changelog changelog) {
        this.environment = environment;
        this.owner = owner;
        this.changelog = changelog;
        this.migrations = new Migrations(environment, owner, changelog);
    }

    /**
     * What would be done; changes nothing.
     *
     * @throws MigrationRefused if the database is not one of this environment, or it is production and would lose data
     * @throws MigrationFailed if a change set has no way back, was edited since, or there is no such tag
     */
    public Plan plan(Extent extent) {
        migrations.requireOwn();
        try (var connection = owner.get()) {
            return plan(connection, extent);
        } catch (SQLException e) {
            throw Migrations.unexpected(e);
        }
    }

    /** Does it, while no one else migrates; each change set is gone from the journal as soon as it is undone. */
    public void undo(Extent extent, Plan agreed, MigrationLimits limits, MigrationListener listener) {
        migrations.requireOwn();
        try (var _ = MigrationLock.acquire(owner.get(), listener::waiting);
                var connection = owner.get()) {
            if (!names(plan(connection, extent)).equals(names(agreed))) {
                throw new MigrationFailed(
                        "Another process changed the database meanwhile; nothing was undone. Look again.");
            }
            limits.limit(connection);
            for (var step : agreed.steps) {
                long start = System.nanoTime();
                undo(connection, step);
                listener.undone(step.name(), Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (SQLException e) {
            throw Migrations.unexpected(e);
        }
    }

    /** The SQL that takes a change set out of the journal. */
    public static String forget(ChangeSetName name) {
        return "delete from databasechangelog where id = %s and author = %s and filename = %s"
                .formatted(literal(name.id()), literal(name.author()), literal(name.file()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<ChangeSetName> names(Plan plan) {
        return plan.steps.stream().map(Undo::name).toList();
    }

    private Plan plan(Connection connection, Extent extent) throws SQLException {
        var journal = Journal.read(connection);
        var entries = journal.reversed();
        int wanted = switch (extent) {
            case Extent.Last(int count) -> count;
            case Extent.After(String tag) -> after(journal, tag);
        };
        var asked = entries.subList(0, Math.min(wanted, entries.size()));
        refuseFirst(asked);
        var steps = new ArrayList<Undo>();
        for (var entry : asked) {
            if (entry.adopted()) {
                return new Plan(List.copyOf(steps), Optional.of(entry.name()));
            }
            steps.add(undoOf(connection, entry, journal));
        }
        return new Plan(List.copyOf(steps), Optional.empty());
    }

    private static int after(List<Journal.Entry> journal, String tag) {
        for (int i = journal.size() - 1; i >= 0; i--) {
            if (tag.equals(journal.get(i).tag())) {
                return journal.size() - 1 - i;
            }
        }
        var tags = journal.stream()
                .map(Journal.Entry::tag)
                .filter(found -> found != null)
                .toList();
        throw new MigrationFailed("No run has the tag \"%s\"; the last ones are %s."
                .formatted(
                        tag,
                        tags.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ", tags.reversed().stream().limit(5).toList())));
    }

    private void refuseFirst(List<Journal.Entry> asked) {
        if (environment == Environment.PROD
                && asked.stream().anyMatch(entry -> entry.name().equals(changelog.first()))) {
            throw new MigrationRefused("In production the first change set is never undone; nothing was changed.\n"
                    + "Ask for fewer: ./db status:prod lists them.");
        }
    }

    private Undo undoOf(Connection connection, Journal.Entry entry, List<Journal.Entry> journal) throws SQLException {
        if (changelog.editedSince(journal).contains(entry.name())) {
            throw new MigrationFailed(
                    "Edited after it ran: %s. Put it back as it was; its way back may be another one now."
                            .formatted(entry.name()));
        }
        var undo = changelog.undo(entry.name());
        var losses = DataLoss.of(connection, String.join(";\n", undo.statements()));
        if (environment == Environment.PROD && !losses.isEmpty()) {
            throw new MigrationRefused(
                    "In production nothing is undone that holds data; nothing was changed.\n%s would lose %s."
                            .formatted(entry.name(), losses.getFirst()));
        }
        return new Undo(entry.name(), undo.statements(), losses, undo.inTransaction());
    }

    private static void undo(Connection connection, Undo step) throws SQLException {
        connection.setAutoCommit(!step.inTransaction());
        try (var statement = connection.createStatement()) {
            for (var sql : step.statements()) {
                statement.execute(sql);
            }
            statement.execute(forget(step.name()));
            if (step.inTransaction()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new MigrationFailed("%s could not be undone: %s".formatted(step.name(), FailureMessage.of(e)), e);
        }
    }
}
