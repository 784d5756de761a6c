package com.acme.dashboard.database;

import com.acme.dashboard.common.StartFailure;
import java.sql.SQLException;

/** A migration did not come to its end; the message names the file and the reason, and what stood before it is kept. */
public final class MigrationFailed extends StartFailure {

    /** The message is shown as it is. */
    public MigrationFailed(String message) {
        super(message);
    }

    /** The same, with what went wrong beneath it. */
    public MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** For what no one of the checks before foresaw. */
    public static MigrationFailed unexpected(SQLException e) {
        return new MigrationFailed("The database does not answer as it should: " + e.getMessage(), e);
    }
}
