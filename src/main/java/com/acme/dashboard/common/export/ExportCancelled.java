package com.acme.dashboard.common.export;

/** The export was cancelled, or has been read already; what was written so far is not whole. */
public final class ExportCancelled extends RuntimeException {

    ExportCancelled() {
        super("The export was cancelled");
    }
}
