package com.acme.dashboard.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * PostgreSQL's programs for this machine, unpacked from the class path. They are there in a checkout and in tests; the
 * production jar leaves them out, together with the library that unpacks them.
 */
final class EmbeddedBinaries {

    private EmbeddedBinaries() {}

    /** The archive for this machine, or empty where the class path has none. */
    static Optional<URL> archive() {
        return Optional.ofNullable(EmbeddedBinaries.class.getResource("/" + archiveName()));
    }

    /** The directory below {@code home} with the unpacked programs. Whoever calls it holds the lock of {@code home}. */
    static Path unpack(URL archive, Path home) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        connection.setUseCaches(false);
        Path programs = home.resolve(
                "postgresql-" + Long.toHexString(connection.getJarEntry().getCrc()));
        if (!Files.isDirectory(programs)) {
            Path unfinished = home.resolve("postgresql-unfinished");
            Directories.delete(unfinished);
            try (InputStream stream = connection.getInputStream()) {
                Archive.extract(stream, unfinished);
            }
            Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
        }
        return programs.resolve("bin");
    }

    /** As the archives' publisher names them. */
    private static String archiveName() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        String architecture = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> system.equals("windows") ? "x86_64" : "arm_64";
            default -> "x86_64";
        };
        return "postgres-%s-%s.txz".formatted(system, architecture);
    }
}
