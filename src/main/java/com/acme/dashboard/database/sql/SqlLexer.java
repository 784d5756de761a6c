package com.acme.dashboard.database.sql;

import com.acme.dashboard.database.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts SQL into tokens by PostgreSQL's lexical rules, so that nothing in a comment, a string or a quoted name is taken
 * for a statement. Operators come one character at a time.
 */
public final class SqlLexer {

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int line;

    private SqlLexer(String sql, int firstLine) {
        this.sql = sql;
        this.line = firstLine;
    }

    /** All tokens, comments included. {@code firstLine} is the line of the file in which the text begins. */
    public static List<SqlToken> read(String sql, int firstLine) {
        return new SqlLexer(sql, firstLine).read();
    }

    private List<SqlToken> read() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else if (sql.startsWith("--", at)) {
                lineComment();
            } else if (sql.startsWith("/*", at)) {
                blockComment();
            } else if (c == '\'') {
                quoted(at, '\'', false, Kind.STRING);
            } else if (c == '"') {
                quoted(at, '"', false, Kind.QUOTED_NAME);
            } else if (c == '$' && dollarTag() != null) {
                dollarString(String.valueOf(dollarTag()));
            } else if (isNameStart(c)) {
                wordOrPrefixedString();
            } else if (Character.isDigit(c)) {
                number();
            } else {
                add(Kind.SYMBOL, String.valueOf(c), at, at + 1);
            }
        }
        return tokens;
    }

    private void lineComment() {
        int end = sql.indexOf('\n', at);
        end = end < 0 ? sql.length() : end;
        add(Kind.COMMENT, sql.substring(at + 2, end), at, end);
    }

    /** Block comments nest in PostgreSQL. */
    private void blockComment() {
        int depth = 0;
        for (int i = at; i < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    add(Kind.COMMENT, sql.substring(at + 2, i - 1), at, i + 1);
                    return;
                }
            }
        }
        add(Kind.UNCLOSED, "comment", at, sql.length());
    }

    private void quoted(int start, char quote, boolean backslashEscapes, Kind kind) {
        var value = new StringBuilder();
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (backslashEscapes && c == '\\' && i + 1 < sql.length()) {
                i++;
                value.append(sql.charAt(i));
            } else if (c != quote) {
                value.append(c);
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i++;
                value.append(quote);
            } else {
                add(kind, value.toString(), start, i + 1);
                return;
            }
        }
        add(Kind.UNCLOSED, kind == Kind.STRING ? "string" : "quoted name", start, sql.length());
    }

    /** {@code $tag$} where the text at this place begins so; null where it does not. */
    private @Nullable String dollarTag() {
        int i = at + 1;
        while (i < sql.length() && (isNameStart(sql.charAt(i)) || (i > at + 1 && Character.isDigit(sql.charAt(i))))) {
            i++;
        }
        return i < sql.length() && sql.charAt(i) == '$' ? sql.substring(at, i + 1) : null;
    }

    private void dollarString(String tag) {
        int body = at + tag.length();
        int end = sql.indexOf(tag, body);
        if (end < 0) {
            add(Kind.UNCLOSED, "string", at, sql.length());
        } else {
            add(Kind.DOLLAR_STRING, sql.substring(body, end), at, end + tag.length());
        }
    }

    private void wordOrPrefixedString() {
        int start = at;
        int end = at;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        var word = sql.substring(start, end).toLowerCase(Locale.ROOT);
        char next = end < sql.length() ? sql.charAt(end) : ' ';
        if (next == '\'' && List.of("e", "b", "x", "n").contains(word)) {
            at = end;
            quoted(start, '\'', word.equals("e"), Kind.STRING);
        } else if (word.equals("u") && (sql.startsWith("&'", end) || sql.startsWith("&\"", end))) {
            at = end + 1;
            boolean string = sql.charAt(at) == '\'';
            quoted(start, sql.charAt(at), false, string ? Kind.STRING : Kind.QUOTED_NAME);
        } else {
            add(Kind.WORD, word, start, end);
        }
    }

    private void number() {
        int end = at;
        while (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        add(Kind.NUMBER, sql.substring(at, end), at, end);
    }

    private void add(Kind kind, String text, int start, int end) {
        tokens.add(new SqlToken(kind, text, line, start, end));
        line += (int) sql.substring(start, end).chars().filter(c -> c == '\n').count();
        at = end;
    }

    private static boolean isNameStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || c == '$' || (c >= '0' && c <= '9');
    }
}
