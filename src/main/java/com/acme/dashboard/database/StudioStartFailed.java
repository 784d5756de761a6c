package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;

/** Studio could not be started by itself. */
public final class StudioStartFailed extends StartFailure {

    private static final long serialVersionUID = 1L;

    /** With the one line that says why and what to do. */
    public StudioStartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
