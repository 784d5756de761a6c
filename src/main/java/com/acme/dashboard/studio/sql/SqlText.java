package com.acme.dashboard.studio.sql;

import com.acme.dashboard.database.sql.SqlCursor;
import com.acme.dashboard.database.sql.SqlStatement;
import com.acme.dashboard.database.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One statement in what a person wrote.
 *
 * @param sql without its semicolon, comments inside it included
 * @param start where it begins in the whole text, in characters
 */
public record SqlText(String sql, int start) {

    /**
     * The statements of a text, cut at the semicolons that end one.
     *
     * @throws SqlRefused where it has more than {@link SqlLimits#TEXT} characters
     */
    public static List<SqlText> split(String text) {
        if (text.length() > SqlLimits.TEXT) {
            throw new SqlRefused(SqlRefused.Reason.TOO_LONG, "", null);
        }
        return SqlStatement.split(text, 1).stream()
                .filter(statement -> !statement.nested())
                .map(statement -> {
                    var start = statement.tokens().getFirst().start();
                    return new SqlText(
                            text.substring(start, statement.tokens().getLast().end()), start);
                })
                .toList();
    }

    /**
     * The statement that the caret stands in, or behind; empty where the text has none.
     *
     * @throws SqlRefused as {@link #split} does
     */
    public static Optional<SqlText> at(String text, int caret) {
        var statements = split(text);
        return statements.stream()
                .filter(statement -> statement.start <= caret)
                .reduce((before, last) -> last)
                .or(() -> statements.stream().findFirst());
    }

    /** The same statement in a text that this one's text is a part of, from that character on. */
    public SqlText shifted(int characters) {
        return new SqlText(sql, start + characters);
    }

    /** Behind its last character in the whole text. */
    public int end() {
        return start + sql.length();
    }

    /** Its first word in capitals, such as {@code SELECT}, for headings. */
    public String command() {
        return tokens().stream()
                .filter(token -> token.kind() == SqlToken.Kind.WORD)
                .findFirst()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .orElse("SQL");
    }

    /** Its tokens without comments; of a {@code DO} block, those of its body beside its own. */
    List<SqlToken> tokens() {
        return SqlStatement.split(sql, 1).stream()
                .flatMap(statement -> statement.tokens().stream())
                .toList();
    }

    /** The statements in a {@code DO} block, each with its tokens. */
    List<List<SqlToken>> nested() {
        return SqlStatement.split(sql, 1).stream()
                .filter(SqlStatement::nested)
                .map(SqlStatement::tokens)
                .toList();
    }

    SqlCursor cursor() {
        return new SqlCursor(tokens());
    }
}
