package com.acme.dashboard.studio.migrations;

import org.jspecify.annotations.Nullable;

/** The check cannot run; the message, in English, says why and what to do, such as which privilege or variable is missing. */
public final class CheckImpossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckImpossible(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
