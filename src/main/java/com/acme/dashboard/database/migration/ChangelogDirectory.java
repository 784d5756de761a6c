package com.acme.dashboard.database.migration;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** The changelog's files in a checkout, to which one more can be added. */
final class ChangelogDirectory {

    private static final String DIRECTORY = "db-changelog";
    private static final String CHANGES = DIRECTORY + "/changes";
    private static final String ORDER = DIRECTORY + "/changelog.yaml";

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})-.*\\.sql");
    private static final Pattern INCLUDED_CHANGE = Pattern.compile("\\s*-\\s*include:.*\\bchanges/.*");
    private static final Pattern INCLUDED = Pattern.compile("\\s*-\\s*include:.*");

    private final Path root;

    ChangelogDirectory(Path root) {
        this.root = root;
    }

    /** Whether a directory is a checkout, whose changelog can be written to. */
    static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(ORDER)) && Files.isRegularFile(directory.resolve("pom.xml"));
    }

    /** Where Liquibase reads the files. */
    ResourceAccessor files() throws IOException {
        return new DirectoryResourceAccessor(root);
    }

    /** The name of the next file, without its ending: the next number and what it is called. */
    String next(String name) throws IOException {
        var last = 0;
        try (var files = Files.list(root.resolve(CHANGES))) {
            for (var file : files.toList()) {
                var match = NUMBERED.matcher(file.getFileName().toString());
                if (match.matches()) {
                    last = Math.max(last, Integer.parseInt(match.group(1)));
                }
            }
        }
        return String.format(Locale.ROOT, "%04d-%s", last + 1, name);
    }

    /** The path of a change file below the root: part of its change sets' identity. */
    static String pathOf(String id) {
        return CHANGES + "/" + id + ".sql";
    }

    /** The same files elsewhere, for trying out what is added. */
    ChangelogDirectory copyTo(Path directory) throws IOException {
        try (var files = Files.walk(root.resolve(DIRECTORY))) {
            for (var file : files.toList()) {
                var copy = directory.resolve(root.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new ChangelogDirectory(directory);
    }

    /**
     * Adds a file and its place in the order, behind the other changes and before the data; where one of both cannot be
     * written, neither is there.
     */
    Path add(String id, String text) throws IOException {
        var file = root.resolve(pathOf(id));
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var order = Files.readString(root.resolve(ORDER));
        replace(file, text);
        try {
            replace(root.resolve(ORDER), withIncluded(order, "changes/" + id + ".sql"));
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
        return file;
    }

    /** Whoever reads the file sees all of the new text or all of the old. */
    private static void replace(Path file, String text) throws IOException {
        // Not by createTempFile, whose files nobody else may read.
        var draft = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String withIncluded(String order, String file) {
        var lines = new ArrayList<>(order.lines().toList());
        lines.add(position(lines), "  - include: { file: %s, relativeToChangelogFile: true }".formatted(file));
        return String.join("\n", lines) + "\n";
    }

    private static int position(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (INCLUDED_CHANGE.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (INCLUDED.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }
}
