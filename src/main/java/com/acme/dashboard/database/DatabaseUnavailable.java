package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** The environment has no database, or it cannot be reached, entered or used. */
public final class DatabaseUnavailable extends StartFailure {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** That the environment has no variable, and this program no embedded server in its place. */
    static DatabaseUnavailable withoutEmbedded(Environment environment) {
        return new DatabaseUnavailable(
                "No database: %s is not set, and there is no embedded PostgreSQL outside of a checkout."
                        .formatted(environment.urlVariable()));
    }

    /** There is no schema in which anything could be, or none that the role may use. */
    public static DatabaseUnavailable withoutSchema() {
        return new DatabaseUnavailable(
                "The database has none of the schemas on the role's search path, or the role may use none: create one, grant usage on it, or name another one with ?currentSchema= in the URL.");
    }
}
