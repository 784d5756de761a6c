package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** A file of variables that cannot be read, or that sets what cannot be set there. */
public final class InvalidSettings extends StartFailure {

    InvalidSettings(String message) {
        super(message);
    }
}
