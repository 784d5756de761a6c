package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.EnvironmentGuard;
import com.acme.dashboard.database.migration.MigrationLimits;
import com.acme.dashboard.database.migration.Migrations;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        customSynopsis = "./db migrate[:ENV] [--sql] [--lock-timeout TIME] [--statement-timeout TIME] [--yes]",
        description = {
            "Applies the change sets that are pending, each in a transaction of its own, and prints each one.",
            "A change set that does not get a lock in time is rolled back and tried again after 1, 2, 4 and 8 s.",
            "",
        },
        footer = {"", "Example: ./db migrate:prod --sql"})
final class MigrateCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--sql", description = "Print the SQL and apply nothing.")
    private boolean sql;

    @Mixin
    private final LockTimeout lockTimeout = new LockTimeout();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a statement may run, such as 30s or 10min. Default: 0, no limit.")
    private Duration statementTimeout = MigrationLimits.DEFAULT.statement();

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
            var limits = new MigrationLimits(lockTimeout.value(), statementTimeout);
            var progress = new MigrationProgress(shell);
            if (new EnvironmentGuard(server).standing() == EnvironmentGuard.Standing.UNMARKED) {
                shell.requireConsent(
                        yes,
                        "This database is not empty and does not say which environment it belongs to. Make it the %s database?"
                                .formatted(database.environment().id()));
                migrations.adopt(limits, progress);
            } else {
                migrations.apply(limits, progress);
            }
            shell.out().println(progress.summary());
            return ExitStatus.DONE;
        }
    }
}
