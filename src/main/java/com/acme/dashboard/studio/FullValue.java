package com.acme.dashboard.studio;

/**
 * A value in full, or its first {@value #LONGEST} characters.
 *
 * @param text JSON with line breaks and indentation, bytes in hexadecimal, everything else as PostgreSQL writes it; with a mask
 *     in place of a password's hash
 * @param length of the whole text, in characters
 */
public record FullValue(String text, long length) {

    /** So much of a value is read; more fits no window. */
    public static final int LONGEST = 1_000_000;

    /** Whether a password's hash was left out of it. */
    public boolean masked() {
        return text.contains(SecretColumns.MASK);
    }

    /** Whether there is more of it. */
    public boolean cut() {
        return length > text.codePointCount(0, text.length());
    }
}
