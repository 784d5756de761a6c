package com.acme.dashboard.database;

/** The environment has no database, or it cannot be reached, entered or used. */
public final class DatabaseUnavailable extends StartFailure {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
