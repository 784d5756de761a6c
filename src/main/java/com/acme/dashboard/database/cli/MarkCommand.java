package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.migration.EnvironmentGuard;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mark",
        customSynopsis = "./db mark ENV [--database NAME]",
        description = {
            "Marks the database that ENV's variable names as one of ENV, such as a restored copy of production.",
            "Asks for the database's name, or takes it from --database.",
            "",
        },
        footer = {"", "Example: ./db mark dev"})
final class MarkCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Parameters(paramLabel = "ENV", description = "The environment: dev, test or prod.")
    private String id = "";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "The database's name, where there is no terminal to type it at.")
    private String name = "";

    MarkCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var environment = DatabaseCommand.named(id);
        if (database.named().filter(other -> other != environment).isPresent()) {
            throw CommandFailure.wrongUse("mark takes one environment: ./db mark %s.".formatted(id));
        }
        try (var server = new TargetDatabase(environment, shell).openToChange()) {
            var guard = new EnvironmentGuard(server);
            shell.err()
                    .println(guard.carried()
                            .map(carried -> "It carries the environment %s.".formatted(carried))
                            .orElse("It carries no environment."));
            requireName(server);
            guard.mark();
            shell.out().println("It carries the environment %s now.".formatted(id));
            return ExitStatus.DONE;
        }
    }

    /** Whoever types the name has looked at which database it is. */
    private void requireName(DatabaseServer server) {
        var database = server.migrationUrl().database();
        if (name.isEmpty() && shell.terminal().isInteractive()) {
            name = shell.terminal().ask("Type the database's name to make it the %s database: ".formatted(id));
        } else if (name.isEmpty()) {
            throw CommandFailure.refused("There is no terminal to type the database's name at: add --database NAME.");
        }
        if (!name.equals(database)) {
            throw CommandFailure.refused("\"%s\" is not the database's name, which is \"%s\"; nothing was changed."
                    .formatted(name, database));
        }
    }
}
