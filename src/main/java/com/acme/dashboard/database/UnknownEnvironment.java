package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** The active profiles do not name exactly one of the three environments. */
public final class UnknownEnvironment extends StartFailure {

    UnknownEnvironment(String message) {
        super(message);
    }
}
