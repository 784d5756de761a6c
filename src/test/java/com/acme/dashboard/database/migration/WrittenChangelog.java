package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import liquibase.resource.DirectoryResourceAccessor;
import org.jspecify.annotations.Nullable;

/** A changelog that a test writes into a directory of its own, and journals as databases would have them. */
final class WrittenChangelog {

    /** In the place of one that cannot be read. */
    static final Supplier<Changelog> UNREADABLE = () -> {
        throw new MigrationFailed("unreadable");
    };

    private final Path root;

    WrittenChangelog(Path root) {
        this.root = root;
        write(order(), "databaseChangeLog:\n");
    }

    /** Writes a file of one change set, whose id is the file's name, and includes it behind the others. */
    WrittenChangelog add(String file, String attributes, String sql) {
        return addFile(file, "--changeset acme:%s %s\n%s\n".formatted(idOf(file), attributes, sql));
    }

    /** The same with a way back. */
    WrittenChangelog add(String file, String attributes, String sql, String back) {
        return add(file, attributes, sql + "\n--rollback " + back);
    }

    /** Writes a file with these change sets, and includes it. */
    WrittenChangelog addFile(String file, String changeSets) {
        write(path(file), "--liquibase formatted sql\n" + changeSets);
        return include(file);
    }

    WrittenChangelog include(String file) {
        try {
            Files.writeString(
                    order(),
                    "  - include: { file: %s, relativeToChangelogFile: true }\n".formatted(file),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path path(String file) {
        return root.resolve("db-changelog").resolve(file);
    }

    private Path order() {
        return path("changelog.yaml");
    }

    Changelog read(Environment environment) {
        return below(root, environment);
    }

    /** The changelog in the directory {@code db-changelog} of that one. */
    static Changelog below(Path root, Environment environment) {
        try {
            return Changelog.read(environment, new DirectoryResourceAccessor(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChangeSetName name(String file) {
        return new ChangeSetName("db-changelog/" + file, "acme", idOf(file));
    }

    /** What a database has written down that ran these files as they are. */
    static List<Journal.Entry> journal(Changelog changelog, String... files) {
        return Arrays.stream(files)
                .map(file -> entry(name(file), checksum(changelog, name(file))))
                .toList();
    }

    static Journal.Entry entry(ChangeSetName name, @Nullable String checksum) {
        return new Journal.Entry(name, Instant.EPOCH, false, checksum, null, null);
    }

    private static String checksum(Changelog changelog, ChangeSetName name) {
        return changelog.all().stream()
                .filter(changeSet -> Changelog.nameOf(changeSet).equals(name))
                .map(WrittenChangelog::checksum)
                .findFirst()
                .orElseThrow();
    }

    private static String checksum(ChangeSet changeSet) {
        return changeSet.generateCheckSum(ChecksumVersion.latest()).toString();
    }

    private static String idOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".sql", "");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
