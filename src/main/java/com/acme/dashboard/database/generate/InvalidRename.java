package com.acme.dashboard.database.generate;

/** A {@code --rename} that means nothing; the message says why. */
public final class InvalidRename extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRename(String message) {
        super(message);
    }
}
