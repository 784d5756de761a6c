package com.acme.dashboard.database.cli;

/** What a command tells the shell that ran it. */
final class ExitStatus {

    /** Also: there was nothing to do. */
    static final int DONE = 0;

    /** A check found something, or the command did not come to its end. */
    static final int FAILED = 1;

    /** An unknown command, environment or option. */
    static final int WRONG_USE = 2;

    /** Not for this environment or database, or not without consent. */
    static final int REFUSED = 3;

    private ExitStatus() {}
}
