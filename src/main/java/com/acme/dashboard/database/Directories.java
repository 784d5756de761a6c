package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the embedded server does to directories: to have one for itself, and to delete one. */
final class Directories {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Directories() {}

    /** A file locked against other processes and against other threads of this one, until it is closed. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Waits for the lock on that file, which is made if it is missing. */
    static Lock lock(Path file) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Lock> lock = tryLock(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "another process has held %s for %d seconds".formatted(file, PATIENCE.toSeconds()));
            }
            pause();
        }
    }

    /** The lock on that file, which is made if it is missing; empty if somebody has it. */
    static Optional<Lock> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
            return locked ? Optional.of(new Lock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            // A lock belongs to the process: this is how another thread's shows.
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Deletes the directory with everything in it, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
