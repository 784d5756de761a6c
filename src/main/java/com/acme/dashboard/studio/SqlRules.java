package com.acme.dashboard.studio;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlToken;
import com.acme.dashboard.studio.SqlRefused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which statements are not sent to the database at all, by their words. What is not listed as harmless is refused. */
@Component
class SqlRules {

    private static final Set<String> TRANSACTION =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare", "savepoint", "release");

    private static final Set<String> ACCEPTED = Set.of(
            "select",
            "with",
            "values",
            "table",
            "explain",
            "show",
            "insert",
            "update",
            "delete",
            "merge",
            "create",
            "alter",
            "drop",
            "truncate",
            "comment",
            "set",
            "reset",
            "analyze",
            "refresh",
            "do",
            "call",
            "grant",
            "revoke",
            "reindex",
            "lock",
            "declare",
            "fetch",
            "move",
            "close",
            "import");

    /** Settings that say who acts and what the transaction may do. */
    private static final Set<String> FIXED_SETTINGS = Set.of(
            "role",
            "session_authorization",
            "authorization",
            "transaction",
            "characteristics",
            "transaction_read_only",
            "default_transaction_read_only",
            "standard_conforming_strings");

    private final PasswordRules passwords;

    SqlRules(PasswordRules passwords) {
        this.passwords = passwords;
    }

    /**
     * Looks at all of them before the first is sent.
     *
     * @throws SqlRefused for the first that is not to be
     */
    void check(List<SqlText> statements) {
        if (statements.isEmpty()) {
            throw new SqlRefused(Reason.EMPTY, "", null);
        }
        if (statements.size() > SqlLimits.STATEMENTS) {
            throw new SqlRefused(Reason.TOO_MANY, "", null);
        }
        statements.forEach(this::check);
    }

    private void check(SqlText statement) {
        var cursor = statement.cursor();
        while (cursor.sees('(')) {
            cursor.skip();
        }
        if (cursor.seesAny(TRANSACTION)) {
            throw refusal(Reason.TRANSACTION, statement);
        }
        if (!cursor.seesAny(ACCEPTED)) {
            throw refusal(Reason.NOT_HERE, statement);
        }
        if ((cursor.accept("set") || cursor.accept("reset")) && isFixed(cursor)) {
            throw refusal(Reason.SESSION, statement);
        }
        passwords.misused(statement).ifPresent(name -> {
            throw new SqlRefused(Reason.SECRET, name, statement);
        });
    }

    private static boolean isFixed(SqlCursor cursor) {
        if (!cursor.accept("local")) {
            cursor.accept("session");
        }
        var rest = cursor.rest();
        return !rest.isEmpty() && isFixed(rest.getFirst());
    }

    private static boolean isFixed(SqlToken name) {
        return name.isName() && FIXED_SETTINGS.contains(name.text().toLowerCase(Locale.ROOT));
    }

    private static SqlRefused refusal(Reason reason, SqlText statement) {
        return new SqlRefused(reason, statement.command(), statement);
    }
}
