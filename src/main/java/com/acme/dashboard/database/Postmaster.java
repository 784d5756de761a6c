package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server that a {@code postmaster.pid} tells of; it may be gone.
 *
 * @param pid its process
 * @param port where it listens, once it has written that
 */
record Postmaster(Path data, long pid, OptionalInt port) {

    private static final int PORT_LINE = 3;

    /** What the file in that data directory says, or empty without one. */
    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(data));
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
            OptionalInt port = lines.size() > PORT_LINE
                    ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                    : OptionalInt.empty();
            return Optional.of(new Postmaster(data, pid, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException(file(data) + " is damaged; delete it if no PostgreSQL runs there", e);
        }
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    /** Whether that process lives, is a PostgreSQL and, where the system tells, works on this directory. */
    boolean isAlive() {
        return process()
                .map(ProcessHandle::info)
                .filter(process -> process.command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                        .isPresent())
                .filter(process -> process.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .orElse(true))
                .isPresent();
    }

    /** The directory with the program that runs. */
    Path programs() throws IOException {
        return process()
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getParent())
                .orElseThrow(() -> new IOException("process " + pid + " is gone"));
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
