package com.acme.dashboard.database;

/** A file of variables that cannot be read, or that sets what cannot be set there. */
public final class InvalidSettings extends StartFailure {

    InvalidSettings(String message) {
        super(message);
    }
}
