package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.Environment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is not for every environment. No option overrides it, so that it is decided before options are looked at. */
final class Refusals {

    private static final Map<String, Set<Environment>> ALLOWED = Map.of(
            "push", Set.of(Environment.DEV),
            "reset", Set.of(Environment.DEV, Environment.TEST),
            "seed", Set.of(Environment.DEV, Environment.TEST));

    private Refusals() {}

    /** Throws {@link CommandFailure} if the command that these words begin with is not for that environment. */
    static void check(List<String> words, Environment environment) {
        words.stream().filter(word -> !word.startsWith("-")).findFirst().ifPresent(command -> {
            var allowed = ALLOWED.get(command);
            if (allowed != null && !allowed.contains(environment)) {
                throw CommandFailure.refused(
                        "%s is never for %s, with no flag that overrides it; nothing was changed.\nIt is for %s."
                                .formatted(command, environment.id(), command.equals("push") ? "dev" : "dev and test"));
            }
        });
    }
}
