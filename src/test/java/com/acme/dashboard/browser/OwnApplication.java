package com.acme.dashboard.browser;

import static org.awaitility.Awaitility.await;

import com.acme.dashboard.Application;
import com.acme.dashboard.Java;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The whole application in a process of its own and with a database of its own, so that either can be taken away. */
final class OwnApplication implements AutoCloseable {

    private static final String READY = "Acme Dashboard is at http://localhost:";

    private final Path workingDirectory;
    private final OwnDatabase database = new OwnDatabase();
    private final OwnDatabase beside = new OwnDatabase();
    private int port;
    private @Nullable Process process;

    /** Starts it, and waits until it answers. */
    OwnApplication(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        start();
    }

    String address() {
        return "http://localhost:" + port;
    }

    OwnDatabase database() {
        return database;
    }

    /** Kills the process, as a crash or {@code kill -9} would. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Starts it, at the same address where it was started before. */
    void start() {
        var command = Java.command(
                "--enable-native-access=ALL-UNNAMED",
                "-Dvaadin.productionMode=" + Boolean.getBoolean("vaadin.productionMode"),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--spring.profiles.active=test",
                "--server.port=" + port,
                "--spring.datasource.hikari.connection-timeout=1000");
        var builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectError(workingDirectory.resolve("errors.log").toFile());
        builder.environment().put("DATABASE_URL_TEST", database.url());
        try {
            process = builder.start();
            awaitStart(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart(BufferedReader output) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            var place = line.indexOf(READY);
            if (place >= 0) {
                port = Integer.parseInt(line.substring(place + READY.length()));
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("The application did not start: %s%n%s"
                .formatted(lines, Files.readString(workingDirectory.resolve("errors.log"))));
    }

    /** Nobody gets a connection any more, and nobody has one. */
    void takeDatabaseAway() {
        beside.run("alter database %s with allow_connections false".formatted(database.name()));
        beside.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                .formatted(database.name()));
    }

    /** Comes back when the application has noticed it, too: its pool tries again at intervals that grow. */
    void bringDatabaseBack() {
        beside.run("alter database %s with allow_connections true".formatted(database.name()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !beside.column(
                                "select pid from pg_stat_activity where datname = '%s'".formatted(database.name()))
                        .isEmpty());
    }

    @Override
    public void close() {
        kill();
    }
}
