package com.acme.dashboard.common;

/** Texts measured as databases and people measure them: a character outside the basic plane, such as an emoji, is one. */
public final class Characters {

    private Characters() {}

    /** How many there are. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first ones, at most so many; the text itself where it has no more. */
    public static String first(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
