package com.acme.dashboard.database.cli;

import com.acme.dashboard.security.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "create-user",
        customSynopsis = "./db create-user[:ENV] EMAIL [--name NAME]",
        description = {
            "Makes an account. The password is asked for, or read as one line of standard input.",
            "",
        },
        footer = {"", "Example: ./db create-user:prod jane@example.com --name \"Jane Doe\""})
final class CreateUserCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Mixin
    private final EmailParameter email = new EmailParameter();

    @Mixin
    private final NameOption name = new NameOption();

    CreateUserCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var accounts = AccountsOfDatabase.open(database, shell)) {
            accounts.create(email.value(), name.valueOr(email), Role.USER);
            return ExitStatus.DONE;
        }
    }
}
