package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.sql.ChangeSetText;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalInt;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;

/** Says where in its file a change set failed, and why. */
final class ChangeSetFailure {

    private ChangeSetFailure() {}

    static MigrationFailed of(ChangeSetTransaction at, ResourceAccessor root, LiquibaseException failure) {
        var changeSet = at.unfinished();
        Exception cause = Objects.requireNonNullElse(at.trace().failure(), failure);
        if (changeSet == null) {
            return new MigrationFailed("The change sets cannot be applied: " + FailureMessage.of(failure), failure);
        }
        var name = Changelog.nameOf(changeSet);
        var text = ChangeSetSource.textOf(changeSet, root);
        var line = text.map(found -> at.trace().failedLine(found, cause)).orElse(OptionalInt.empty());
        var place = line.isEmpty()
                ? name.toString()
                : name.toString().replace(name.file(), name.file() + ":" + line.getAsInt());
        return new MigrationFailed(
                FailureMessage.with(place + " failed: " + FailureMessage.of(cause), advice(cause)), failure);
    }

    /** What to do, in a sentence; empty where the failure speaks for itself. */
    static String advice(Exception failure) {
        if (LockRetries.isBusy(failure)) {
            return "Another session holds a lock on it; try again when it is done, or wait longer with --lock-timeout.";
        }
        return FailureMessage.root(failure) instanceof SQLException sql && isGone(String.valueOf(sql.getSQLState()))
                ? "Nothing of it is kept, and all before it; the next ./db migrate goes on."
                : "";
    }

    private static boolean isGone(String state) {
        return state.startsWith("08") || state.startsWith("57P0");
    }

    /** Whether it may run again after it failed half-way. */
    static boolean isRepeatable(ChangeSet changeSet, ResourceAccessor root) {
        return changeSet.isRunInTransaction()
                || ChangeSetSource.textOf(changeSet, root)
                        .filter(ChangeSetText::isRepeatable)
                        .isPresent();
    }
}
