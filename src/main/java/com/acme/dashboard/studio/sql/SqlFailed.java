package com.acme.dashboard.studio.sql;

import org.jspecify.annotations.Nullable;

/** A run of SQL ended before its last statement was done; whatever it had changed by then is undone. */
public final class SqlFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient @Nullable SqlText statement;
    private final @Nullable Integer position;

    SqlFailed(
            Kind kind,
            String message,
            @Nullable SqlText statement,
            @Nullable Integer position,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.statement = statement;
        this.position = position;
    }

    /** Something that is a fault of this application, and not of the statement. */
    public static SqlFailed unexpected(Throwable cause) {
        return new SqlFailed(Kind.UNEXPECTED, "", null, null, cause);
    }

    /** What kept the run from its end. */
    public Kind kind() {
        return kind;
    }

    /** The statement that failed; null where none was running. */
    public @Nullable SqlText statement() {
        return statement;
    }

    /** Where PostgreSQL sees the fault, in characters of the whole text from 0; null where it names no place. */
    public @Nullable Integer position() {
        return position;
    }

    /** What kept the run from its end. */
    public enum Kind {
        /** PostgreSQL refused the statement; the message is its own. */
        ERROR,
        /** It would write, and the transaction is one that only reads. */
        READ_ONLY,
        /** It took too long. */
        TIMEOUT,
        /** It waited too long for what somebody else has locked. */
        LOCKED,
        /** Somebody cancelled it. */
        CANCELLED,
        /** A row, or a few together, are larger than the driver may hold. */
        TOO_LARGE,
        /** The database does not answer. */
        UNREACHABLE,
        /** A fault of this application. */
        UNEXPECTED
    }
}
