package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.MigrationLimits;
import com.acme.dashboard.database.migration.Reset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        customSynopsis = "./db reset[:ENV] [--yes]",
        description = {
            "Drops everything in the schema of a dev or test database, whoever made it, then migrates and seeds it again.",
            "Shows what is dropped, counted, and asks. Refused in prod, and for a database that holds something",
            "and does not carry ENV.",
            "",
        },
        footer = {"", "Example: ./db reset:dev"})
final class ResetCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--yes", description = "Drop without asking.")
    private boolean yes;

    ResetCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.openToChange()) {
            var reset = new Reset(server);
            var contents = reset.contents();
            if (!contents.isEmpty()) {
                shell.err().println("This is dropped:");
                contents.forEach(line -> shell.err().println("  " + line));
                shell.requireConsent(
                        yes,
                        "Drop everything in database %s on %s?"
                                .formatted(
                                        server.migrationUrl().database(),
                                        server.migrationUrl().address()));
            }
            var progress = new MigrationProgress(shell);
            reset.run(MigrationLimits.DEFAULT, progress);
            shell.out().println(progress.summary());
            return ExitStatus.DONE;
        }
    }
}
