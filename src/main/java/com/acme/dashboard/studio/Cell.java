package com.acme.dashboard.studio;

/**
 * A value as a grid shows it.
 *
 * @param text in the form that PostgreSQL writes; of a long value its beginning
 * @param cut whether there is more of it
 */
public record Cell(String text, boolean cut) {

    /** So many characters of a value are shown in a grid. */
    public static final int LENGTH = 200;

    /** Whether a password's hash was left out of it. */
    public boolean masked() {
        return text.contains(SecretColumns.MASK);
    }
}
