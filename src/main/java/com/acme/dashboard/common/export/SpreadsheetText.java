package com.acme.dashboard.common.export;

/** Texts for files that people open with a spreadsheet. */
public final class SpreadsheetText {

    /** What makes a spreadsheet take the text after it for a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** The text, with an apostrophe before it where it would be taken for a formula, which could fetch and send what it likes. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
