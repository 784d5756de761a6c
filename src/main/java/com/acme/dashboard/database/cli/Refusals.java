package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.Migrations;
import com.acme.dashboard.database.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is not for every environment. No option overrides it, so that it is decided before options are looked at. */
final class Refusals {

    private static final Map<String, Set<Environment>> ALLOWED = Map.of(
            "push", Set.of(Environment.DEV),
            "reset", Set.of(Environment.DEV, Environment.TEST),
            "seed", Set.of(Environment.DEV, Environment.TEST));

    /** What goes on in a database that carries its environment, or in none. */
    private static final Set<String> IN_ITS_OWN_DATABASE = Set.of(
            "migrate",
            "status",
            "check",
            "rollback",
            "push",
            "reset",
            "seed",
            "create-admin",
            "create-user",
            "set-password",
            "roles",
            "studio");

    private Refusals() {}

    /** The refusal of a database that carries another environment, where one can be asked; for a command with wrong options. */
    static Optional<MigrationRefused> ofDatabase(String command, TargetDatabase database) {
        if (!IN_ITS_OWN_DATABASE.contains(command)) {
            return Optional.empty();
        }
        try {
            if (database.isConfigured()) {
                requireOwn(database);
            }
            return Optional.empty();
        } catch (MigrationRefused refused) {
            return Optional.of(refused);
        } catch (StartFailure unreachable) {
            // That the options are wrong is what can be told for sure.
            return Optional.empty();
        }
    }

    /** That an option's value is wrong, unless the database is not for the command at all. */
    static RuntimeException wrongUse(String command, TargetDatabase database, String message) {
        return ofDatabase(command, database)
                .<RuntimeException>map(refused -> refused)
                .orElseGet(() -> CommandFailure.wrongUse(message));
    }

    private static void requireOwn(TargetDatabase database) {
        try (var server = database.open()) {
            new Migrations(server).standing();
        }
    }

    /** Throws {@link CommandFailure} if the command that these words begin with is not for that database's environment. */
    static void check(List<String> words, TargetDatabase database) {
        words.stream().filter(word -> !word.startsWith("-")).findFirst().ifPresent(command -> {
            var allowed = ALLOWED.get(command);
            if (allowed == null) {
                return;
            }
            var environment = database.environment();
            if (!allowed.contains(environment)) {
                throw CommandFailure.refused(
                        "%s is never for %s, with no flag that overrides it; nothing was changed.\nIt is for %s."
                                .formatted(command, environment.id(), command.equals("push") ? "dev" : "dev and test"));
            }
        });
    }
}
