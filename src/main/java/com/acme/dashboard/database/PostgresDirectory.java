package com.acme.dashboard.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one embedded server, and what is done with PostgreSQL's own programs on them. Everything but {@link #lock}
 * is done under that lock.
 */
final class PostgresDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDirectory.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Path binariesHome;
    private final Path home;
    private final Path data;
    private final Path serverLog;
    private final List<String> configuration;

    /**
     * @param binariesHome where the programs are unpacked
     * @param home an absolute path, where everything else is
     * @param configuration settings of the server, {@code name=value} without spaces
     */
    PostgresDirectory(Path binariesHome, Path home, List<String> configuration) {
        this.binariesHome = binariesHome;
        this.home = home;
        this.data = home.resolve("postgres");
        this.serverLog = home.resolve("postgres.log");
        this.configuration = configuration;
    }

    Directories.Lock lock() throws IOException {
        return Directories.lock(home.resolve("postgres.lock"));
    }

    /**
     * The server that runs on this directory, waited for while it starts or stops. A stale {@code postmaster.pid}, also one
     * whose process number belongs to another program by now, is removed.
     */
    Optional<DatabaseUrl> running() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Postmaster> postmaster = Postmaster.of(data);
            if (postmaster.isEmpty()) {
                return Optional.empty();
            }
            Optional<DatabaseUrl> url = answering(postmaster.get());
            if (url.isPresent()) {
                return url;
            }
            if (!postmaster.get().isAlive()) {
                LOG.debug("Removing the stale {}", postmaster.get());
                Postmaster.remove(data);
                return Optional.empty();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("its server, process %d, has not answered for %d seconds; see %s"
                        .formatted(postmaster.get().pid(), PATIENCE.toSeconds(), serverLog));
            }
            Directories.pause();
        }
    }

    private Optional<DatabaseUrl> answering(Postmaster postmaster) throws IOException {
        if (postmaster.port().isEmpty()) {
            return Optional.empty();
        }
        DatabaseUrl url = EmbeddedServer.url(postmaster.port().getAsInt(), password());
        try (Connection connection = DriverManager.getConnection(
                        url.with("connectTimeout", "5").jdbcUrl(), url.credentials());
                Statement statement = connection.createStatement();
                ResultSet directory = statement.executeQuery("show data_directory")) {
            return directory.next() && Path.of(directory.getString(1)).equals(data)
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (SQLException e) {
            // Stopped, starting, stopping, or another server that has taken over the port: the process tells.
            LOG.debug("The server on port {} is not ours, or not ready ({})", url.port(), e.getSQLState());
            return Optional.empty();
        }
    }

    /** Starts the server, on a new data directory if there is none. */
    DatabaseUrl start() throws IOException {
        URL archive =
                EmbeddedBinaries.archive().orElseThrow(() -> DatabaseUnavailable.withoutEmbedded(Environment.DEV));
        Path programs;
        try (var _ = Directories.lock(binariesHome.resolve("binaries.lock"))) {
            programs = EmbeddedBinaries.unpack(archive, binariesHome);
        }
        PostgresPrograms postgres = new PostgresPrograms(programs, home.resolve("command.log"));
        if (Files.exists(data)) {
            checkMajorVersion(postgres);
        } else {
            initialize(postgres);
        }
        return start(postgres);
    }

    private DatabaseUrl start(PostgresPrograms postgres) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            int port = freePort();
            Files.deleteIfExists(serverLog);
            try {
                postgres.run("pg_ctl", startArguments(port));
                return EmbeddedServer.url(port, password());
            } catch (IOException e) {
                String reason = lastLines();
                // Somebody else took the port meanwhile, or processes of a killed server are still on their way out.
                boolean passes = reason.contains("could not create any TCP/IP sockets")
                        || reason.contains("shared memory block");
                if (!passes || System.nanoTime() > deadline) {
                    throw new IOException("it does not start: " + reason, e);
                }
                Directories.pause();
            }
        }
    }

    private List<String> startArguments(int port) {
        StringBuilder options = new StringBuilder("-p " + port);
        List<String> all = new ArrayList<>(configuration);
        all.add("listen_addresses=127.0.0.1");
        all.add("unix_socket_directories=");
        all.forEach(setting -> options.append(" -c ").append(setting));
        return List.of(
                "-D", data.toString(), "-l", serverLog.toString(), "-o", options.toString(), "-w", "-t", "60", "start");
    }

    private void checkMajorVersion(PostgresPrograms postgres) throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String needed = postgres.majorVersion();
        if (!made.equals(needed)) {
            throw new DatabaseUnavailable(
                    "%s was made by PostgreSQL %s, but the embedded one is %s: move it away (a new one is made), or dump it with version %s and load it again."
                            .formatted(data, made, needed, made));
        }
    }

    private void initialize(PostgresPrograms postgres) throws IOException {
        Path unfinished = home.resolve("postgres-unfinished");
        Directories.delete(unfinished);
        Path passwordFile = passwordFile();
        if (!Files.exists(passwordFile)) {
            writePassword(passwordFile);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                unfinished.toString(),
                "-U",
                EmbeddedServer.role(),
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync",
                "--no-instructions"));
        configuration.forEach(setting -> arguments.add("--set=" + setting));
        postgres.run("initdb", arguments);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whole or not at all: with half a password in it, the file would keep every later start from making the data. */
    private void writePassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, onlyForTheOwner());
        Files.writeString(unfinished, HexFormat.of().formatHex(random));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] onlyForTheOwner() {
        return home.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path passwordFile() {
        return home.resolve("postgres.password");
    }

    private String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    private String lastLines() throws IOException {
        try {
            List<String> lines = Files.readAllLines(serverLog);
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        } catch (NoSuchFileException e) {
            return Files.readString(home.resolve("command.log")).strip();
        }
    }

    /** A port that was free a moment ago. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /**
     * Stops the server if it runs, with the {@code pg_ctl} beside its own program.
     *
     * @param mode PostgreSQL's shutdown mode, {@code fast} or {@code immediate}
     */
    void stop(String mode) throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(data).filter(Postmaster::isAlive);
        if (postmaster.isPresent()) {
            new PostgresPrograms(postmaster.get().programs(), home.resolve("command.log"))
                    .run("pg_ctl", List.of("-D", data.toString(), "-m", mode, "-w", "-t", "60", "stop"));
        }
    }

    @Override
    public String toString() {
        return home.toString();
    }
}
