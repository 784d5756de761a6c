package com.acme.dashboard.database;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a database is for. Each environment is a Spring profile and a Liquibase context of the same name, and has its own
 * variable, file of variables, transport rule and rights.
 */
public enum Environment {
    DEV("POSTGRES_URL", ".env"),
    TEST("DATABASE_URL_TEST", ".env.test"),
    PROD("POSTGRES_URL", ".env.production");

    /** The variable that names the environment when nothing else does. */
    public static final String VARIABLE = "SPRING_PROFILES_ACTIVE";

    private final String urlVariable;
    private final String dotenvFile;

    Environment(String urlVariable, String dotenvFile) {
        this.urlVariable = urlVariable;
        this.dotenvFile = dotenvFile;
    }

    /** The name on the command line, as a Spring profile and as a Liquibase context: {@code dev}, {@code test}, {@code prod}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable that holds the URL of this environment's database. */
    public String urlVariable() {
        return urlVariable;
    }

    /** The file in the working directory whose variables count in this environment, below the real ones. */
    public String dotenvFile() {
        return dotenvFile;
    }

    /**
     * The environment of that name.
     *
     * @throws UnknownEnvironment if it is none of the three
     */
    public static Environment of(String id) {
        return Stream.of(values())
                .filter(environment -> environment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownEnvironment("Unknown environment \"%s\": %s is one of dev, test and prod."
                        .formatted(printable(id), VARIABLE)));
    }

    /**
     * The environment that these active profiles name; without any, the default of the place that {@code type} was loaded
     * from: dev in a checkout, prod everywhere else, so that a forgotten variable never seeds a live database.
     *
     * @throws UnknownEnvironment if there are several, or one that is none of the three
     */
    public static Environment active(Collection<String> profiles, Class<?> type) {
        List<Environment> named =
                profiles.stream().map(Environment::of).distinct().toList();
        if (named.size() > 1) {
            throw new UnknownEnvironment("%s names %s: exactly one of dev, test and prod can be active."
                    .formatted(VARIABLE, String.join(" and ", profiles)));
        }
        return named.isEmpty() ? (Checkout.of(type).isPresent() ? DEV : PROD) : named.getFirst();
    }

    /**
     * The environment that a value of {@link #VARIABLE} names, see {@link #active}; blank or null counts as unset.
     *
     * @throws UnknownEnvironment if it names several, or one that is none of the three
     */
    public static Environment active(@Nullable String value, Class<?> type) {
        return active(names(value), type);
    }

    static List<String> names(@Nullable String value) {
        return value == null
                ? List.of()
                : Stream.of(value.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static String printable(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
