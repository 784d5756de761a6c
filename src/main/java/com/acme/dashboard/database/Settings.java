package com.acme.dashboard.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables that configure the application: the real environment first, then the environment's file. */
public final class Settings {

    private final Function<String, @Nullable String> lookup;

    private Settings(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    /** Settings that are looked up elsewhere, such as in Spring's environment; null means not set. */
    public static Settings of(Function<String, @Nullable String> lookup) {
        return new Settings(lookup);
    }

    /** Exactly these settings. */
    public static Settings of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return new Settings(copy::get);
    }

    /**
     * What a process started in that directory is told: the variables of the real environment, and those of the
     * environment's file that the real one does not have.
     *
     * @throws InvalidSettings if the file cannot be read, see {@link #fileVariables}
     */
    public static Settings load(Environment environment, Map<String, String> realEnvironment, Path workingDirectory) {
        Map<String, String> variables = new HashMap<>(fileVariables(environment, workingDirectory));
        variables.putAll(realEnvironment);
        return of(variables);
    }

    /**
     * The variables in the environment's file, empty when there is none.
     *
     * @throws InvalidSettings if the file is not one {@code NAME=value} a line, or names another environment
     */
    static Map<String, String> fileVariables(Environment environment, Path workingDirectory) {
        String file = environment.dotenvFile();
        if (!Files.exists(workingDirectory.resolve(file))) {
            return Map.of();
        }
        Map<String, String> variables = DotenvFile.read(workingDirectory.resolve(file));
        String named = variables.get(Environment.VARIABLE);
        if (named != null && !named.equals(environment.id())) {
            throw new InvalidSettings(
                    "%s cannot be set in %s, which is read for %s only: set it in the real environment."
                            .formatted(Environment.VARIABLE, file, environment.id()));
        }
        return variables;
    }

    /** The variable's value; empty when it is not set or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
