package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** A database URL that cannot be used as it is written. The message repeats no part of it that might be a password. */
public final class InvalidDatabaseUrl extends StartFailure {

    InvalidDatabaseUrl(String message) {
        super(message);
    }
}
