package com.acme.dashboard.database;

/**
 * Why a start cannot go on, told in one line that says what is wrong and what to do. The line never holds a password:
 * whoever makes one takes care of that, because it is printed as it is.
 */
public abstract sealed class StartFailure extends RuntimeException
        permits UnknownEnvironment,
                InvalidDatabaseUrl,
                InvalidSettings,
                DatabaseUnavailable,
                MigrationRefused,
                MigrationFailed,
                StudioStartFailed {

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
