package com.acme.dashboard.database.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tokens of a statement, or of a part of one, from left to right; comments are left out beforehand. */
public final class SqlCursor {

    private final List<SqlToken> tokens;
    private int at;

    /** Begins at the first token. */
    public SqlCursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** Whether everything was read. */
    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** Whether these words come next. */
    public boolean sees(String... words) {
        if (at + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads past these words if they come next, and tells whether they did. */
    public boolean accept(String... words) {
        boolean seen = sees(words);
        at += seen ? words.length : 0;
        return seen;
    }

    /** Reads past one word of these if one comes next. */
    public boolean acceptAny(Set<String> words) {
        boolean seen = seesAny(words);
        at += seen ? 1 : 0;
        return seen;
    }

    /** Whether one of these words comes next. */
    public boolean seesAny(Set<String> words) {
        return !atEnd()
                && tokens.get(at).kind() == SqlToken.Kind.WORD
                && words.contains(tokens.get(at).text());
    }

    /** Whether this symbol comes next. */
    public boolean sees(char symbol) {
        return !atEnd() && tokens.get(at).is(symbol);
    }

    /** Reads past one token. */
    public void skip() {
        at++;
    }

    /** Reads a name, qualified or not; the schema {@code public} is left out. Empty where none comes. */
    public String name() {
        var parts = new ArrayList<String>();
        while (!atEnd() && tokens.get(at).isName()) {
            parts.add(tokens.get(at).text());
            at++;
            if (!sees('.')) {
                break;
            }
            at++;
        }
        if (parts.size() > 1 && parts.getFirst().equals("public")) {
            parts.removeFirst();
        }
        return String.join(".", parts);
    }

    /** What was not read yet. */
    public List<SqlToken> rest() {
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    /** Whether these words stand next to each other somewhere in the rest, outside of parentheses. */
    public boolean restHas(String... words) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            depth += depthOf(tokens.get(i));
            if (depth == 0 && new SqlCursor(tokens.subList(i, tokens.size())).sees(words)) {
                return true;
            }
        }
        return false;
    }

    /** The rest, cut at the commas that stand outside of parentheses. */
    public List<List<SqlToken>> list() {
        return list(rest());
    }

    /** What the parentheses that open here hold, cut at its commas; none where none open. Reads past them. */
    public List<List<SqlToken>> parenthesized() {
        if (!sees('(')) {
            return List.of();
        }
        int open = at;
        int depth = 0;
        while (!atEnd()) {
            depth += depthOf(tokens.get(at));
            at++;
            if (depth == 0) {
                return list(tokens.subList(open + 1, at - 1));
            }
        }
        return list(tokens.subList(open + 1, tokens.size()));
    }

    private static List<List<SqlToken>> list(List<SqlToken> tokens) {
        var parts = new ArrayList<List<SqlToken>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += depthOf(tokens.get(i));
            if (depth == 0 && tokens.get(i).is(',')) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    /** What a token adds to the depth of parentheses: 1, 0 or -1. */
    public static int depthOf(SqlToken token) {
        if (token.is('(') || token.is('[')) {
            return 1;
        }
        return token.is(')') || token.is(']') ? -1 : 0;
    }
}
