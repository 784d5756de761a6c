package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.DatabaseUrl;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.PostgreSql15;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.schema.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that the changelog and {@link DriftKind#MORE} have built, to be copied and changed by hand. */
public final class BuiltDatabase {

    /** Where it is. */
    public enum Server {
        /** On the run's server. */
        OF_THE_RUN {
            @Override
            public OwnDatabase database() {
                return new OwnDatabase();
            }
        },
        POSTGRESQL_15 {
            @Override
            public OwnDatabase database() {
                return new OwnDatabase(DatabaseUrl.parse("POSTGRES_URL", PostgreSql15.url()));
            }
        };

        /** One on that server to create others from. */
        public abstract OwnDatabase database();
    }

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final OwnDatabase server;
    private final String name;
    private final Changelog changelog;
    private final Catalog catalog;

    private BuiltDatabase(OwnDatabase server, Path root) throws IOException, SQLException {
        this.server = server;
        this.name = server.value("select current_database()") + "_built";
        this.changelog = changelog(root);
        server.run("create database " + name);
        new Migrations(Environment.PROD, server.sibling(name)::connect, () -> changelog)
                .apply(new MigrationListener() {});
        try (var scratchServer = scratchServer();
                var scratch = scratchServer.create();
                var connection = scratch.connect()) {
            changelog.build(connection, _ -> true, new MigrationListener() {});
            this.catalog = Catalog.read(connection);
        }
    }

    /** Builds one; the changelog is copied to that directory. */
    static BuiltDatabase on(Server server, Path root) throws IOException, SQLException {
        return new BuiltDatabase(server.database(), root);
    }

    private static Changelog changelog(Path root) throws IOException {
        try (var files = Files.walk(Path.of("db-changelog"))) {
            for (var file : files.toList()) {
                Files.copy(file, root.resolve(file.toString()));
            }
        }
        Files.writeString(root.resolve("db-changelog/changes/9000-more.sql"), DriftKind.MORE);
        Files.writeString(
                root.resolve("db-changelog/changelog.yaml"),
                "  - include: { file: changes/9000-more.sql, relativeToChangelogFile: true }\n",
                StandardOpenOption.APPEND);
        return WrittenChangelog.below(root, Environment.PROD);
    }

    Changelog changelog() {
        return changelog;
    }

    /** What a scratch database says that was built so. */
    Catalog catalog() {
        return catalog;
    }

    /** For scratch databases beside it. */
    ScratchServer scratchServer() {
        return server.scratchServer();
    }

    /** A connection to the database itself, which is to be left as it is. */
    Connection connect() {
        return server.sibling(name).connect();
    }

    /** A copy of the database, to be dropped by its user. */
    OwnDatabase copy() {
        var copy = name + COPIES.incrementAndGet();
        server.run("create database %s template %s".formatted(copy, name));
        return server.sibling(copy);
    }

    void drop(OwnDatabase copy) {
        server.run("drop database %s with (force)".formatted(copy.name()));
    }

    /** Drops it. */
    void close() {
        server.run("drop database %s with (force)".formatted(name));
    }
}
