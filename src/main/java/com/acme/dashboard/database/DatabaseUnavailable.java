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
}
