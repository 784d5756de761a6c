package com.acme.dashboard.database.sql;

/**
 * A piece of SQL as PostgreSQL's own lexer cuts it.
 *
 * @param text a word in lower case; a quoted name, a string or a comment without what encloses it
 * @param line where it begins, from 1
 * @param start where it begins in the text that was read, in characters
 * @param end behind its last character
 */
public record SqlToken(Kind kind, String text, int line, int start, int end) {

    /** What the lexer tells apart. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        DOLLAR_STRING,
        NUMBER,
        SYMBOL,
        COMMENT,
        /** A string, name or comment that the text ends in. */
        UNCLOSED
    }

    /** Whether it is this word, which is in lower case. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it is this symbol. */
    public boolean is(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Whether it can name something; keywords are not told apart. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Whether it is a string, in single quotes or dollars. */
    public boolean isString() {
        return kind == Kind.STRING || kind == Kind.DOLLAR_STRING;
    }
}
