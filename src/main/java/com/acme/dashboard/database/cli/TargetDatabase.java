package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.DatabaseUrl;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.Settings;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database that a command is about. */
final class TargetDatabase {

    private final @Nullable Environment named;
    private final Shell shell;

    /** Of that environment; null for the one that the variable names, or the default. */
    TargetDatabase(@Nullable Environment named, Shell shell) {
        this.named = named;
        this.shell = shell;
    }

    /** The environment behind the command's name. */
    Optional<Environment> named() {
        return Optional.ofNullable(named);
    }

    /** Decided when somebody asks, so that help is there for whoever has set the variable wrong. */
    Environment environment() {
        return named().orElseGet(
                        () -> Environment.active(shell.variables().get(Environment.VARIABLE), TargetDatabase.class));
    }

    /** The variables of the environment, those of its file included. */
    Settings settings() {
        return Settings.load(environment(), shell.variables(), shell.directory());
    }

    /** Whether a variable names it; else it would be an embedded one, or none. */
    boolean isConfigured() {
        return settings().get(environment().urlVariable()).isPresent();
    }

    DatabaseServer open() {
        return openForServer().closedOnExit();
    }

    /** The same for a server, which closes it by itself, after everything that uses it. */
    DatabaseServer openForServer() {
        return DatabaseServer.open(environment(), settings(), shell.directory());
    }

    /** The same, and says on standard error what is about to be changed. */
    DatabaseServer openToChange() {
        var server = open();
        shell.err().println(describe(server));
        return server;
    }

    /**
     * The same for what goes on in a database that is there already.
     *
     * @throws CommandFailure where each command gets a new one, which is thrown away with it
     */
    DatabaseServer openKept() {
        if (environment() == Environment.TEST && !isConfigured()) {
            throw CommandFailure.refused(
                    "Without %s each command has a test database of its own, which begins empty and is thrown away; nothing was changed.\nName one that stays."
                            .formatted(Environment.TEST.urlVariable()));
        }
        return openToChange();
    }

    /** Environment, host, database and role: what a person checks before going on. */
    static String describe(DatabaseServer server) {
        return describe(server, server.migrationUrl());
    }

    /** The same for what is done with that URL's role. */
    static String describe(DatabaseServer server, DatabaseUrl url) {
        return "Environment %s, host %s, database %s, role %s"
                        .formatted(
                                server.environment().id(),
                                url.address(),
                                url.database(),
                                Objects.requireNonNullElse(url.user(), System.getProperty("user.name")))
                + (server.isThrownAway() ? ", thrown away at the end" : "");
    }
}
