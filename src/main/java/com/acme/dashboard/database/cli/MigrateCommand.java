package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.ChangeSetName;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationListener;
import com.acme.dashboard.database.Migrations;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        customSynopsis = "./db migrate[:ENV] [--sql] [--yes]",
        description = {
            "Applies the change sets that are pending, each in a transaction of its own, and prints each one.",
            "",
        },
        footer = {"", "Example: ./db migrate:prod --sql"})
final class MigrateCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--sql", description = "Print the SQL and apply nothing.")
    private boolean sql;

    @Option(
            names = "--yes",
            description = "Take over a database that is not empty and carries no environment, without asking.")
    private boolean yes;

    MigrateCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.openToChange()) {
            var migrations = new Migrations(server);
            if (sql) {
                migrations.print(shell.out());
                shell.out().flush();
                return ExitStatus.DONE;
            }
            var progress = new Progress(shell);
            if (migrations.standing() == Migrations.Standing.UNMARKED) {
                shell.requireConsent(
                        yes,
                        "This database is not empty and does not say which environment it belongs to. Make it the %s database?"
                                .formatted(database.environment().id()));
                migrations.adopt(progress);
            } else {
                migrations.apply(progress);
            }
            shell.out().println(progress.summary());
            return ExitStatus.DONE;
        }
    }

    private static final class Progress implements MigrationListener {

        private final Shell shell;
        private int applied;
        private int adopted;

        Progress(Shell shell) {
            this.shell = shell;
        }

        @Override
        public void waiting() {
            shell.err().println("Another process migrates this database; waiting for it.");
        }

        @Override
        public void marked(Environment environment) {
            shell.err().println("This database now carries the environment " + environment.id() + ".");
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
}
