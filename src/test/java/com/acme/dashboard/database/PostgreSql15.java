package com.acme.dashboard.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.acme.dashboard.SkippedTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server of Debian's PostgreSQL 15 for the run, where that is installed; a test that asks for it elsewhere is skipped. */
public final class PostgreSql15 {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private PostgreSql15() {}

    /** The URL of its first database, with a role that may do everything. */
    public static String url() {
        assumeTrue(
                Files.isExecutable(PROGRAMS.resolve("postgres")),
                SkippedTests.OPTIONAL + "PostgreSQL 15 is not in " + PROGRAMS);
        return Running.URL;
    }

    /** Started by the first test that needs it. */
    private static final class Running {

        private static final String URL = start();

        private static String start() {
            try {
                var home = Files.createTempDirectory("postgresql-15-");
                var programs = new PostgresPrograms(PROGRAMS, home.resolve("output"));
                var data = home.resolve("data").toString();
                programs.run(
                        "initdb",
                        List.of(
                                "-D",
                                data,
                                "-U",
                                "postgres",
                                "-A",
                                "trust",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--no-sync"));
                int port = freePort();
                var options =
                        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off".formatted(port);
                programs.run(
                        "pg_ctl",
                        List.of("-D", data, "-l", home.resolve("log").toString(), "-o", options, "-w", "start"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(programs, data, home)));
                return "postgresql://postgres@127.0.0.1:%d/postgres?sslmode=disable".formatted(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(PostgresPrograms programs, String data, Path home) {
            try {
                programs.run("pg_ctl", List.of("-D", data, "-m", "immediate", "-w", "stop"));
                Directories.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
