package com.acme.dashboard.database.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "set-password",
        customSynopsis = "./db set-password[:ENV] EMAIL",
        description = {
            "Replaces a lost password. The new one is asked for, or read as one line of standard input.",
            "Who is signed in with the account has to sign in again, wherever that is.",
            "",
        },
        footer = {"", "Example: ./db set-password:prod jane@example.com"})
final class SetPasswordCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Mixin
    private final EmailParameter email = new EmailParameter();

    SetPasswordCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var accounts = AccountsOfDatabase.open(database, shell)) {
            var account = accounts.find(email.value())
                    .orElseThrow(() -> CommandFailure.failed(
                            "There is no account for %s. ./db create-user makes one.".formatted(email.value())));
            accounts.setPassword(account);
            return ExitStatus.DONE;
        }
    }
}
