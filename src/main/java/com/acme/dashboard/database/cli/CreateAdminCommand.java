package com.acme.dashboard.database.cli;

import com.acme.dashboard.security.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create-admin",
        customSynopsis = "./db create-admin[:ENV] EMAIL [--name NAME] [--yes]",
        description = {
            "Creates an administrator's account, or promotes an existing account after asking.",
            "The password of a new account is asked for, or read as one line of standard input.",
            "",
        },
        footer = {"", "Example: ./db create-admin:prod jane@example.com"})
final class CreateAdminCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Mixin
    private final EmailParameter email = new EmailParameter();

    @Mixin
    private final NameOption name = new NameOption();

    @Option(names = "--yes", description = "Promote an existing account without asking.")
    private boolean yes;

    CreateAdminCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var accounts = AccountsOfDatabase.open(database, shell)) {
            var existing = accounts.find(email.value());
            if (existing.isEmpty()) {
                accounts.create(email.value(), name.valueOr(email), Role.ADMIN);
            } else if (existing.get().role() == Role.ADMIN) {
                shell.out()
                        .println("Nothing to do: %s is an administrator."
                                .formatted(existing.get().email()));
            } else {
                shell.requireConsent(
                        yes,
                        "There is an account for %s. Make it an administrator's?"
                                .formatted(existing.get().email()));
                accounts.promote(existing.get());
            }
            return ExitStatus.DONE;
        }
    }
}
