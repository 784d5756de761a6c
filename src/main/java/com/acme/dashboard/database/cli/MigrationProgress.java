package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.migration.ChangeSetName;
import com.acme.dashboard.database.migration.MigrationListener;
import java.time.Duration;

/** Tells each change set on standard error as soon as it is applied, and counts them. */
final class MigrationProgress implements MigrationListener {

    private final Shell shell;
    private int applied;
    private int adopted;

    MigrationProgress(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void waiting() {
        shell.tellWaiting();
    }

    @Override
    public void marked(Environment environment) {
        shell.err().println("This database now carries the environment " + environment.id() + ".");
    }

    @Override
    public void busy(ChangeSetName changeSet, Duration wait) {
        shell.err()
                .println("busy     %s: others hold a lock that it needs; trying again in %d s"
                        .formatted(changeSet, wait.toSeconds()));
    }

    @Override
    public void adopted(ChangeSetName changeSet) {
        adopted++;
        shell.err().println("adopted  " + changeSet);
    }

    @Override
    public void applied(ChangeSetName changeSet, Duration took) {
        applied++;
        shell.err().println("applied  %s (%d ms)".formatted(changeSet, took.toMillis()));
    }

    String summary() {
        if (applied + adopted == 0) {
            return "Nothing to do: no change set is pending.";
        }
        return "Change sets applied: %d%s.".formatted(applied, adopted == 0 ? "" : ", adopted: " + adopted);
    }
}
