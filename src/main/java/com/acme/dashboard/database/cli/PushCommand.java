package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.Push;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "push",
        customSynopsis = "./db push[:dev] [--rename OLD:NEW]... [--allow-drops]",
        description = {
            "Brings a development database to the mapped Java classes without a file, all or nothing, and shows the SQL.",
            "The change set that is generated later is not applied to it again. Refused in test and prod, and for a",
            "database that does not carry the environment dev. Data is dropped only with --allow-drops.",
            "",
        },
        footer = {"", "Example: ./db push"})
final class PushCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Mixin
    private final DropDecisions decisions = new DropDecisions();

    PushCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.openToChange()) {
            var push = new Push(server);
            var statements =
                    decisions.apply(shell, decided -> push.run(decided, shell::tellWaiting, shell.out()::println));
            shell.out()
                    .println(
                            statements == 0
                                    ? "No changes: the database is as the mapped classes describe it."
                                    : "Pushed, statements: %d. ./db generate writes them as a change set."
                                            .formatted(statements));
            return ExitStatus.DONE;
        }
    }
}
