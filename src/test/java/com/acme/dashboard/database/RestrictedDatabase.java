package com.acme.dashboard.database;

import com.acme.dashboard.database.roles.DatabaseRole;
import java.nio.file.Path;
import java.util.Map;

/** A migrated production database with the three roles, for a test of the whole application. */
public final class RestrictedDatabase {

    private RestrictedDatabase() {}

    /** What the application's role enters it by. */
    public static String urlOfTheApplication() {
        return Made.URL;
    }

    private static String make() {
        var database = new OwnDatabase();
        database.migrations(Environment.PROD).apply(new MigrationListener() {});
        var settings = Settings.of(Map.of(
                Environment.PROD.urlVariable(), database.url(), DatabaseRole.APP.passwordVariable(), "of the app"));
        try (var server = DatabaseServer.open(Environment.PROD, settings, Path.of(""))) {
            new Roles(server).apply(settings);
        }
        return database.as(DatabaseRole.APP.nameIn(database.name()), "of the app")
                .url();
    }

    /** Made by the first who asks. */
    private static final class Made {
        private static final String URL = make();
    }
}
