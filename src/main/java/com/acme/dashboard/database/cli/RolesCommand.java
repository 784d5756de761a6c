package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.migration.EnvironmentGuard;
import com.acme.dashboard.database.roles.DatabaseRole;
import com.acme.dashboard.database.roles.Roles;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "roles",
        customSynopsis = "./db roles[:ENV] [--apply] [--yes]",
        description = {
            "Prints the SQL for three roles, or runs it: owner, app and readonly.",
            "They are named after the database: DATABASE_owner migrates and owns everything,",
            "DATABASE_app reads and writes rows, DATABASE_readonly reads them. With --apply",
            "they get the passwords of POSTGRES_OWNER_PASSWORD, POSTGRES_APP_PASSWORD and",
            "POSTGRES_READONLY_PASSWORD. Running it again changes nothing. What it grants is",
            "what ./db check expects where the roles exist.",
            "",
        },
        footer = {"", "Example: ./db roles:prod --apply"})
final class RolesCommand implements Callable<Integer> {

    private final TargetDatabase database;
    private final Shell shell;

    @Option(names = "--apply", description = "Run the SQL instead of printing it.")
    private boolean apply;

    @Option(names = "--yes", description = "Run it without asking.")
    private boolean yes;

    RolesCommand(TargetDatabase database, Shell shell) {
        this.database = database;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var server = database.openToChange()) {
            new EnvironmentGuard(server).requireNoOther();
            var roles = new Roles(server);
            if (!apply) {
                shell.out().print(roles.script());
                shell.out().flush();
                return ExitStatus.DONE;
            }
            var names = String.join(", ", roles.names());
            shell.requireConsent(yes, "Make the roles %s, and let the first own everything?".formatted(names));
            var without = roles.apply(database.settings());
            if (!without.isEmpty()) {
                shell.err()
                        .println(
                                "Without a password nobody logs in: set %s and run it again, or use \\password in psql."
                                        .formatted(without.stream()
                                                .map(DatabaseRole::passwordVariable)
                                                .collect(Collectors.joining(", "))));
            }
            shell.out().println("The roles are there: %s.".formatted(names));
            return ExitStatus.DONE;
        }
    }
}
