package com.acme.dashboard.studio.migrations;

/** Somebody else runs the check at this moment: one at a time is enough for a server. */
public final class CheckRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
