package com.acme.dashboard.database.migration;

/** No change file was written; the message says why. */
public final class GenerationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GenerationFailed(String message) {
        super(message);
    }

    GenerationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
