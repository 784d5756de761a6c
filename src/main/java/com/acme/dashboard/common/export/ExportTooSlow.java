package com.acme.dashboard.common.export;

/** The export took longer than any may, and was ended to make room for others; what was written so far is not whole. */
public final class ExportTooSlow extends RuntimeException {

    private static final String MESSAGE = "The export took longer than any may";

    ExportTooSlow() {
        super(MESSAGE);
    }

    ExportTooSlow(Throwable cause) {
        super(MESSAGE, cause);
    }
}
