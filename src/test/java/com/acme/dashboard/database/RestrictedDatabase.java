package com.acme.dashboard.database;

import com.acme.dashboard.database.migration.OwnDatabase;
import com.acme.dashboard.database.roles.DatabaseRole;
import com.acme.dashboard.database.roles.Roles;
import com.acme.dashboard.database.schema.Identifiers;
import java.nio.file.Path;
import java.util.Map;

/** A migrated production database with the three roles, for a test of the whole application. */
public final class RestrictedDatabase {

    private RestrictedDatabase() {}

    /** What the application's role enters it by. */
    public static String urlOfTheApplication() {
        return Made.URL;
    }

    /** Runs SQL as the owner; in it {@code %s} is the application's role, quoted. */
    public static void run(String sql) {
        Made.DATABASE.run(sql.replace("%s", Identifiers.quote(DatabaseRole.APP.nameIn(Made.DATABASE.name()))));
    }

    private static String make(OwnDatabase database) {
        database.migrate(Environment.PROD);
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
        private static final OwnDatabase DATABASE = new OwnDatabase();
        private static final String URL = make(DATABASE);
    }
}
