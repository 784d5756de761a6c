package com.acme.dashboard.database;

import org.postgresql.util.PSQLException;

/** What a failure says at its root, in one or two lines for people. */
final class FailureMessage {

    private FailureMessage() {}

    /** The innermost cause. */
    static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** PostgreSQL's message in one or two lines: what is wrong, then its detail and hint. */
    static String of(Throwable failure) {
        var root = root(failure);
        if (root instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            var told = postgres.getServerErrorMessage();
            var more = new StringBuilder();
            for (var part : new String[] {told.getDetail(), told.getHint()}) {
                if (part != null) {
                    more.append(more.isEmpty() ? "" : " ").append(part.strip());
                }
            }
            return told.getSeverity() + ": " + told.getMessage() + (more.isEmpty() ? "" : "\n" + more);
        }
        var message = root.getMessage();
        return message == null ? root.toString() : message.strip();
    }
}
