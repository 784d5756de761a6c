package com.acme.dashboard.studio;

/**
 * A value in full, or its first {@value #LONGEST} characters.
 *
 * @param text JSON with line breaks and indentation, bytes in hexadecimal, everything else as PostgreSQL writes it
 * @param length of the whole text, in characters
 */
public record FullValue(String text, long length) {

    /** So much of a value is read; more fits no window. */
    public static final int LONGEST = 1_000_000;

    /** Whether there is more of it. */
    public boolean cut() {
        return length > text.codePointCount(0, text.length());
    }
}
