package com.acme.dashboard.studio.sql;

import org.jspecify.annotations.Nullable;

/** A statement is not run: nothing has reached the database of it, and nothing that came before it in the same run stays. */
public final class SqlRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String words;
    private final transient @Nullable SqlText statement;

    SqlRefused(Reason reason, String words, @Nullable SqlText statement) {
        super(reason + ": " + words);
        this.reason = reason;
        this.words = words;
        this.statement = statement;
    }

    /** Why it is not run. */
    public Reason reason() {
        return reason;
    }

    /** What in the statement it is about, such as {@code COMMIT}; empty where that is the whole. */
    public String words() {
        return words;
    }

    /** Which statement; null where it is about all of them. */
    public @Nullable SqlText statement() {
        return statement;
    }

    /** Why. */
    public enum Reason {
        /** There is no statement. */
        EMPTY,
        /** The text is longer than {@link SqlLimits#TEXT} characters. */
        TOO_LONG,
        /** There are more than {@link SqlLimits#STATEMENTS} statements. */
        TOO_MANY,
        /** It would begin or end a transaction, and the run is one. */
        TRANSACTION,
        /** It would change who is acting, or what the transaction may do. */
        SESSION,
        /** It cannot run inside a transaction, or has no meaning over this connection. */
        NOT_HERE,
        /** It would keep others from working, and changes are not asked for. */
        LOCK,
        /** It runs a program that can do more than its words tell, and changes are not asked for. */
        PROGRAM,
        /** The driver would send it as several statements. */
        SEVERAL,
        /** It names a password, or would compute something from one. */
        SECRET,
        /** So many statements of others are running that there is no connection left. */
        BUSY,
        /** Changes are asked for, and editing is not switched on. */
        NO_PERMIT
    }
}
