package com.acme.dashboard.database.cli;

import java.util.Objects;

/** Why a command ends without having done its work, in one or two lines for people, and with which status. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    private CommandFailure(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(ExitStatus.FAILED, message);
    }

    static CommandFailure failed(RuntimeException why) {
        return new CommandFailure(ExitStatus.FAILED, Objects.requireNonNull(why.getMessage()));
    }

    static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitStatus.WRONG_USE, message);
    }

    static CommandFailure refused(String message) {
        return new CommandFailure(ExitStatus.REFUSED, message);
    }

    int exitStatus() {
        return exitStatus;
    }
}
