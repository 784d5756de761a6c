package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** A migration did not come to its end; the message names the file and the reason, and what stood before it is kept. */
public final class MigrationFailed extends StartFailure {

    MigrationFailed(String message) {
        super(message);
    }

    MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
