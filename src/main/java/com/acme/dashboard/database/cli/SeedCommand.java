package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.Seeding;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "seed",
        customSynopsis = "./db seed[:ENV]",
        description = {
            "Fills the empty tables of a dev or test database with the environment's rows; a table that has rows is left alone.",
            "Refused in prod, and for a database that does not carry ENV.",
            "",
        },
        footer = {"", "Example: ./db seed:dev"})
final class SeedCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    SeedCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.openKept()) {
            var seeded = new Seeding(server).seed(shell::tellWaiting);
            seeded.forEach((table, rows) -> shell.err().println("seeded   %s: %d".formatted(table, rows)));
            shell.out()
                    .println(
                            seeded.isEmpty()
                                    ? "Nothing to do: no table is empty that has rows to seed."
                                    : "Tables seeded: %d.".formatted(seeded.size()));
            return ExitStatus.DONE;
        }
    }
}
