package com.acme.dashboard.database.model;

/** A mapped class does not describe a table; the message names the class or the table and says what to do. */
public final class InvalidMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidMapping(String message) {
        super(message);
    }

    /** With what PostgreSQL or Spring Data said. */
    public InvalidMapping(String message, Throwable cause) {
        super(message, cause);
    }
}
