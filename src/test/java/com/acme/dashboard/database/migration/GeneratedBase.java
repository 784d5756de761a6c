package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * The files of a checkout whose changelog builds a model, and a development database that it has built. They are made once
 * for each model, since what a test looks at comes afterwards, and copied for each test.
 */
final class GeneratedBase {

    private static final Map<List<Class<?>>, GeneratedBase> MADE = new ConcurrentHashMap<>();

    private final Map<String, String> files;
    private final OwnDatabase database;

    private GeneratedBase(Map<String, String> files, OwnDatabase database) {
        this.files = files;
        this.database = database;
    }

    /** The one for these classes; its only change set is {@code 0001-base}. */
    static GeneratedBase of(List<Class<?>> model) {
        return MADE.computeIfAbsent(model, GeneratedBase::generate);
    }

    private static GeneratedBase generate(List<Class<?>> model) {
        try {
            var checkout = Files.createTempDirectory("acme-base-");
            try {
                return generate(model, checkout);
            } finally {
                FileSystemUtils.deleteRecursively(checkout);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeneratedBase generate(List<Class<?>> model, Path checkout) throws IOException {
        writeEmpty(checkout);
        var database = new OwnDatabase();
        var settings = Settings.of(Map.of(ScratchServer.URL_VARIABLE, database.url()));
        try (var server = ScratchServer.any(settings, checkout)) {
            var _ = new Generation(server, checkout, model)
                    .write("base", ModelEdits.UNDECIDED)
                    .orElseThrow();
        }
        new Migrations(Environment.DEV, database::connect, () -> WrittenChangelog.below(checkout, Environment.DEV))
                .apply(new MigrationListener() {});
        return new GeneratedBase(texts(checkout), database);
    }

    /** Writes a changelog without a change. */
    static void writeEmpty(Path checkout) throws IOException {
        Files.createDirectories(checkout.resolve("db-changelog/changes"));
        Files.writeString(checkout.resolve("db-changelog/changelog.yaml"), "databaseChangeLog:\n");
    }

    private static Map<String, String> texts(Path checkout) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(checkout)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(checkout.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Writes the changelog into a directory. */
    void writeTo(Path checkout) throws IOException {
        writeEmpty(checkout);
        for (var file : files.entrySet()) {
            Files.writeString(checkout.resolve(file.getKey()), file.getValue());
        }
    }

    /** A new database as the changelog has built it, without rows. */
    OwnDatabase newDatabase() {
        return database.copy();
    }
}
