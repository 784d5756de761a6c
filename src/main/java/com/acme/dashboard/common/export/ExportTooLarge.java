package com.acme.dashboard.common.export;

/** The next rows of an export are larger than may be in memory at one time; what was written so far is not whole. */
public final class ExportTooLarge extends RuntimeException {

    /** Keeps what the database's driver said. */
    public ExportTooLarge(Throwable cause) {
        super("The next rows are larger than may be in memory at one time", cause);
    }
}
