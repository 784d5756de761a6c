package com.acme.dashboard.studio;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.migration.OwnDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** An empty database whose catalog Studio's role may not read until it is unlocked: every reading fails at once. */
public final class LockedCatalog implements AutoCloseable {

    private final OwnDatabase database = new OwnDatabase();
    private final DatabaseServer server;
    private final StudioDatabase studio;

    public LockedCatalog() {
        lock();
        var settings = Settings.of(Map.of("POSTGRES_URL", database.urlOf(database.newRole(""))));
        server = DatabaseServer.open(Environment.PROD, settings, Path.of(""));
        studio = new StudioDatabase(server);
    }

    public StudioDiagrams diagrams() {
        return new StudioDiagrams(server, new DiagramQueries(studio));
    }

    public StudioCatalog catalog() {
        return new StudioCatalog(new CatalogQueries(studio, new SecretColumns()), new SchemaQueries(studio));
    }

    public StudioRows rows() {
        return new StudioRows(new RowQueries(studio, new SecretColumns()), Clock.systemUTC());
    }

    /** Has the database do something. */
    public void run(String sql) {
        database.run(sql);
    }

    public void lock() {
        database.run("revoke select on pg_catalog.pg_class from public");
    }

    public void unlock() {
        database.run("grant select on pg_catalog.pg_class to public");
    }

    @Override
    public void close() {
        studio.destroy();
        server.close();
    }
}
