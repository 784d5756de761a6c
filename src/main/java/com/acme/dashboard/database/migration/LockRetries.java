package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a change set that could not get its locks in time a few more tries, with growing waits in which those who
 * queued behind it get through.
 */
final class LockRetries {

    /** lock_not_available and deadlock_detected. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private final List<Duration> allWaits;
    private final MigrationListener listener;
    private @Nullable ChangeSetName waitingFor;
    private Iterator<Duration> waits;

    LockRetries(MigrationLimits limits, MigrationListener listener) {
        this.allWaits = limits.waits();
        this.waits = allWaits.iterator();
        this.listener = listener;
    }

    /** Whether it was a lock that the change set did not get. */
    static boolean isBusy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BUSY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the next try; false if there were enough. */
    boolean await(ChangeSetName changeSet) {
        if (!changeSet.equals(waitingFor)) {
            waitingFor = changeSet;
            waits = allWaits.iterator();
        }
        if (!waits.hasNext()) {
            return false;
        }
        var wait = waits.next();
        listener.busy(changeSet, wait);
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationFailed("Interrupted while waiting to try %s again.".formatted(changeSet), e);
        }
    }
}
