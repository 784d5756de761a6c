package com.acme.dashboard.database;

/** This database is not one to be changed in this way; the message says why and what to do, and nothing was changed. */
public final class MigrationRefused extends StartFailure {

    MigrationRefused(String message) {
        super(message);
    }
}
