package com.acme.dashboard.studio;

/** A filter's value does not fit its column; the message is PostgreSQL's own. */
public final class InvalidFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidFilter(String message, Throwable cause) {
        super(message, cause);
    }
}
