package com.acme.dashboard.studio.sql;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlToken;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
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

    /** They can put together, as text, what is refused where it stands in a statement; the server has no plan of them. */
    private static final Set<String> PROGRAMS = Set.of("do", "call");

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

    /** Behind what a statement can begin in a block, besides a semicolon and a label. */
    private static final Set<String> CONTROL = Set.of("begin", "then", "else", "loop");

    private final PasswordRules passwords;

    SqlRules(PasswordRules passwords) {
        this.passwords = passwords;
    }

    /**
     * Looks at all of them before the first is sent.
     *
     * @param changes whether they may change something
     * @throws SqlRefused for the first that is not to be
     */
    void check(List<SqlText> statements, boolean changes) {
        if (statements.isEmpty()) {
            throw new SqlRefused(Reason.EMPTY, "", null);
        }
        if (statements.size() > SqlLimits.STATEMENTS) {
            throw new SqlRefused(Reason.TOO_MANY, "", null);
        }
        statements.forEach(statement -> check(statement, changes));
    }

    private void check(SqlText statement, boolean changes) {
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
        if (locks(cursor, changes)) {
            throw refusal(Reason.LOCK, statement);
        }
        if (setsFixed(cursor)) {
            throw refusal(Reason.SESSION, statement);
        }
        statement.nested().forEach(nested -> checkNested(nested, statement, changes));
        if (configuresFixed(statement.tokens())) {
            throw new SqlRefused(Reason.SESSION, "SET_CONFIG", statement);
        }
        passwords.misused(statement).ifPresent(name -> {
            throw new SqlRefused(Reason.SECRET, name, statement);
        });
        if (!changes && cursor.seesAny(PROGRAMS)) {
            throw refusal(Reason.PROGRAM, statement);
        }
    }

    /** The server keeps a block from ending the transaction, and not from these. */
    private static void checkNested(List<SqlToken> nested, SqlText statement, boolean changes) {
        for (int i = 0; i < nested.size(); i++) {
            if (i > 0 && !isBeforeStatement(nested.get(i - 1))) {
                continue;
            }
            var cursor = new SqlCursor(nested.subList(i, nested.size()));
            if (cursor.sees("copy")) {
                throw refusal(Reason.NOT_HERE, nested.get(i), statement);
            }
            if (locks(cursor, changes)) {
                throw refusal(Reason.LOCK, nested.get(i), statement);
            }
            if (setsFixed(cursor)) {
                throw refusal(Reason.SESSION, nested.get(i), statement);
            }
        }
    }

    /** A transaction that may only read may lock tables all the same. */
    private static boolean locks(SqlCursor cursor, boolean changes) {
        return !changes && cursor.sees("lock");
    }

    private static boolean isBeforeStatement(SqlToken token) {
        return token.is('>') || CONTROL.stream().anyMatch(token::is);
    }

    private static boolean setsFixed(SqlCursor cursor) {
        if (!cursor.accept("set") && !cursor.accept("reset")) {
            return false;
        }
        if (!cursor.accept("local")) {
            cursor.accept("session");
        }
        var rest = cursor.rest();
        return !rest.isEmpty() && isFixed(rest.getFirst());
    }

    /** Whether the function that sets what it is told the name of is told one of these. */
    private static boolean configuresFixed(List<SqlToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i).text().equals("set_config")) {
                var arguments = new SqlCursor(tokens.subList(i + 1, tokens.size())).parenthesized();
                if (arguments.stream().limit(1).anyMatch(SqlRules::holdsFixed)
                        || arguments.stream().filter(SqlRules::isSettingsName).anyMatch(SqlRules::holdsFixed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSettingsName(List<SqlToken> argument) {
        return new SqlCursor(argument).sees("setting_name");
    }

    private static boolean holdsFixed(List<SqlToken> argument) {
        return argument.stream().anyMatch(SqlRules::isFixedText);
    }

    private static boolean isFixedText(SqlToken text) {
        return text.isString() && FIXED_SETTINGS.contains(text.text().toLowerCase(Locale.ROOT));
    }

    private static boolean isFixed(SqlToken name) {
        return name.isName() && FIXED_SETTINGS.contains(name.text().toLowerCase(Locale.ROOT));
    }

    private static SqlRefused refusal(Reason reason, SqlText statement) {
        return new SqlRefused(reason, statement.command(), statement);
    }

    private static SqlRefused refusal(Reason reason, SqlToken word, SqlText statement) {
        return new SqlRefused(reason, word.text().toUpperCase(Locale.ROOT), statement);
    }
}
