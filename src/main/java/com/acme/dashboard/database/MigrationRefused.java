package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** This database is not one to be changed in this way; the message says why and what to do, and nothing was changed. */
public final class MigrationRefused extends StartFailure {

    /** The message is shown as it is. */
    public MigrationRefused(String message) {
        super(message);
    }
}
