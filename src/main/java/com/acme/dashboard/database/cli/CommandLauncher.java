package com.acme.dashboard.database.cli;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.loader.launch.LaunchedClassLoader;

/**
 * Runs a database command. In the production jar it does so with the few libraries that commands need: the first service that
 * is looked for opens all libraries on the class path, which takes longer than most commands.
 */
public final class CommandLauncher {

    private static final String STUDIO = "db:studio(:.*)?";

    /**
     * How the names of those libraries begin, what every command needs first: a class is looked for in one after the other.
     * {@code JarIT} runs the commands with them.
     */
    private static final List<String> LIBRARIES = List.of(
            "picocli-",
            "liquibase-",
            "postgresql-",
            "snakeyaml-",
            "commons-",
            "jspecify-",
            "slf4j-",
            "opencsv-",
            "jackson-",
            "jakarta.validation-",
            "logback-",
            "spring-core-",
            "spring-beans-",
            "spring-data-",
            "spring-jdbc-",
            "spring-tx-",
            "spring-context-",
            "spring-aop-",
            "spring-expression-",
            "spring-security-core-",
            "spring-security-crypto-");

    private static final int NOT_NEEDED = Integer.MAX_VALUE;

    private CommandLauncher() {}

    /** Runs the command that the arguments name, and returns its exit status. */
    public static int run(String... args) {
        if (!(CommandLauncher.class.getClassLoader() instanceof URLClassLoader jar) || args[0].matches(STUDIO)) {
            return DatabaseCommand.run(args);
        }
        var needed = Stream.of(jar.getURLs())
                .filter(part -> rank(part) != NOT_NEEDED)
                .sorted(Comparator.comparingInt(CommandLauncher::rank))
                .toArray(URL[]::new);
        return run(JarOfJars.load(needed, jar.getParent()), args);
    }

    private static int run(ClassLoader loader, String... args) {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            var command = loader.loadClass(DatabaseCommand.class.getName()).getMethod("run", String[].class);
            return (int) command.invoke(null, (Object) args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The command cannot be started", e);
        }
    }

    /** Its place on the class path; the first are the application's own classes. */
    private static int rank(URL part) {
        var path = part.getPath().replaceFirst("!/$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return -1;
        }
        return IntStream.range(0, LIBRARIES.size())
                .filter(i -> name.startsWith(LIBRARIES.get(i)))
                .findFirst()
                .orElse(NOT_NEEDED);
    }

    /** Apart, because its class loader is there in the jar only, not where that has been unpacked. */
    private static final class JarOfJars {

        private static ClassLoader load(URL[] parts, ClassLoader parent) {
            return new LaunchedClassLoader(false, parts, parent);
        }
    }
}
