package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** PostgreSQL's programs as they were unpacked once: that takes longer than all the rest of a test. */
public final class UnpackedPrograms {

    private UnpackedPrograms() {}

    /** Makes the directory of an embedded server below a working directory, with the programs in it. */
    public static Path linkInto(Path workingDirectory) throws IOException {
        Path home = Files.createDirectory(workingDirectory.resolve(EmbeddedServer.DIRECTORY));
        Path shared = Files.createDirectories(Path.of(EmbeddedServer.DIRECTORY).toAbsolutePath());
        try (var _ = Directories.lock(shared.resolve("binaries.lock"))) {
            Path bin = EmbeddedBinaries.unpack(EmbeddedBinaries.archive().orElseThrow(), shared);
            Path programs = shared.relativize(bin).getName(0);
            Files.createSymbolicLink(home.resolve(programs), shared.resolve(programs));
        }
        return home;
    }

    /** Takes the link away again, so that whoever deletes the directory leaves the programs. */
    public static void unlink(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
