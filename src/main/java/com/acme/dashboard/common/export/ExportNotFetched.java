package com.acme.dashboard.common.export;

/** Nobody came for the export in time, and it was given up to make room for others; nothing of it was written. */
public final class ExportNotFetched extends RuntimeException {

    ExportNotFetched() {
        super("Nobody came for the export in time");
    }
}
