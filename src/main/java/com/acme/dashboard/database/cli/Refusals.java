package com.acme.dashboard.database.cli;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationRefused;
import com.acme.dashboard.database.migration.EnvironmentGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is not for every environment. No option overrides it, so that it is decided before options are looked at. */
final class Refusals {

    private static final Map<String, Set<Environment>> ALLOWED = Map.of(
            "push", Set.of(Environment.DEV),
            "reset", Set.of(Environment.DEV, Environment.TEST),
            "seed", Set.of(Environment.DEV, Environment.TEST));

    /** What each command that goes on in a database asks of it before it does anything. */
    private static final Map<String, Consumer<EnvironmentGuard>> ASKED_OF_DATABASE = Map.ofEntries(
            Map.entry("migrate", EnvironmentGuard::requireNoOther),
            Map.entry("status", EnvironmentGuard::requireNoOther),
            Map.entry("check", EnvironmentGuard::requireNoOther),
            Map.entry("roles", EnvironmentGuard::requireNoOther),
            Map.entry("studio", EnvironmentGuard::requireNoOther),
            Map.entry("reset", EnvironmentGuard::requireOwnOrEmpty),
            Map.entry("rollback", EnvironmentGuard::requireOwn),
            Map.entry("push", EnvironmentGuard::requireOwn),
            Map.entry("seed", EnvironmentGuard::requireOwn),
            Map.entry("create-admin", EnvironmentGuard::requireOwn),
            Map.entry("create-user", EnvironmentGuard::requireOwn),
            Map.entry("set-password", EnvironmentGuard::requireOwn));

    private Refusals() {}

    /** The refusal of a database that is not for the command, where one can be asked; for a command with wrong options. */
    static Optional<MigrationRefused> ofDatabase(String command, TargetDatabase database) {
        var asked = ASKED_OF_DATABASE.get(command);
        if (asked == null) {
            return Optional.empty();
        }
        try {
            if (database.isConfigured()) {
                ask(asked, database);
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

    private static void ask(Consumer<EnvironmentGuard> asked, TargetDatabase database) {
        try (var server = database.open()) {
            asked.accept(new EnvironmentGuard(server));
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
