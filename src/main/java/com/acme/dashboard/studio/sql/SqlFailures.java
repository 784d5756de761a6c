package com.acme.dashboard.studio.sql;

import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.StudioDatabase;
import com.acme.dashboard.studio.sql.SqlFailed.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts what the driver throws into words that hold no password. */
@Component
class SqlFailures {

    private final SecretColumns secrets;

    SqlFailures(SecretColumns secrets) {
        this.secrets = secrets;
    }

    /**
     * What the failure of a statement means.
     *
     * @param prefix how many characters were sent in front of it
     * @param cancelled whether somebody asked for its end
     */
    SqlFailed of(SQLException failure, @Nullable SqlText statement, int prefix, boolean cancelled) {
        var told = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var kind = cancelled ? Kind.CANCELLED : kind(failure);
        return new SqlFailed(
                kind,
                secrets.mask(told == null ? String.valueOf(failure.getMessage()) : words(told)),
                statement,
                told == null || statement == null ? null : position(told, statement, prefix),
                failure);
    }

    /** What it means that a statement could not be written down. */
    SqlFailed of(DataAccessException failure, boolean cancelled) {
        return failure.getRootCause() instanceof SQLException cause
                ? of(cause, null, 0, cancelled)
                : new SqlFailed(Kind.ERROR, String.valueOf(failure.getMessage()), null, null, failure);
    }

    private static Kind kind(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "25006" -> Kind.READ_ONLY;
            case "57014" -> Kind.TIMEOUT;
            case "55P03" -> Kind.LOCKED;
            default ->
                StudioDatabase.isTooLarge(failure)
                        ? Kind.TOO_LARGE
                        : state.startsWith("08") || state.startsWith("57P") ? Kind.UNREACHABLE : Kind.ERROR;
        };
    }

    private static String words(ServerErrorMessage told) {
        var words = new StringBuilder(String.valueOf(told.getMessage()));
        for (var more : new @Nullable String[] {told.getDetail(), told.getHint()}) {
            if (more != null) {
                words.append('\n').append(more);
            }
        }
        return words.toString();
    }

    /** PostgreSQL counts characters from 1, Java halves of those outside of Unicode's first plane. */
    private static @Nullable Integer position(ServerErrorMessage told, SqlText statement, int prefix) {
        var place = told.getPosition() - 1 - prefix;
        var sql = statement.sql();
        return place < 0 || place > sql.codePointCount(0, sql.length())
                ? null
                : statement.start() + sql.offsetByCodePoints(0, place);
    }
}
