package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A server's directory that is gone with its process: one of its own, below a place that many processes share, and this
 * process's for as long as it holds the lock in it. What a killed process left in that place, the next one removes.
 */
final class ThrownAwayDirectory {

    private static final String PREFIX = "thrown-away-";

    /**
     * The directories of this process, which must not try their locks: a process gives up a lock as soon as it closes any
     * channel on its file.
     */
    private static final Set<Path> OWNED = new HashSet<>();

    private final Path place;
    private final Path path;
    private final Directories.Lock lock;

    private ThrownAwayDirectory(Path place, Path path, Directories.Lock lock) {
        this.place = place;
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes one; one process at a time, so that none takes it for remains while it is being made.
     *
     * @param home where PostgreSQL's programs are unpacked, to stop servers that were left running
     */
    static ThrownAwayDirectory make(Path home, Path place) throws IOException {
        synchronized (OWNED) {
            try (var _ = lock(place)) {
                removeRemains(home, place);
                Path own = Files.createDirectory(place.resolve(PREFIX + UUID.randomUUID()));
                OWNED.add(own);
                return new ThrownAwayDirectory(place, own, Directories.lock(ownerFile(own)));
            }
        }
    }

    Path path() {
        return path;
    }

    /** Removes it with everything in it, once its server has stopped. */
    void delete() throws IOException {
        synchronized (OWNED) {
            try (var _ = lock(place)) {
                lock.close();
                Directories.delete(path);
                OWNED.remove(path);
            }
        }
    }

    private static void removeRemains(Path home, Path place) throws IOException {
        List<Path> remains;
        try (Stream<Path> children = Files.list(place)) {
            remains = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .filter(child -> !OWNED.contains(child))
                    .toList();
        }
        for (Path remain : remains) {
            Optional<Directories.Lock> lock = Directories.tryLock(ownerFile(remain));
            if (lock.isPresent()) {
                try (var _ = lock.get()) {
                    new PostgresDirectory(home, remain, List.of()).stop("immediate");
                    Directories.delete(remain);
                }
            }
        }
    }

    private static Directories.Lock lock(Path place) throws IOException {
        return Directories.lock(place.resolve("thrown-away.lock"));
    }

    private static Path ownerFile(Path directory) {
        return directory.resolve("owner.lock");
    }
}
