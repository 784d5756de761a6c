package com.acme.dashboard.common.export;

import java.util.regex.Pattern;

/** Texts for files that people open with a spreadsheet. */
public final class SpreadsheetText {

    /**
     * Where a spreadsheet would take what follows for a formula: at the start of the text, and behind all that may start
     * a cell inside it. A spreadsheet that expects semicolons or tabs also misses the quotes around the text, and reads
     * those inside it as its own.
     */
    private static final Pattern BEFORE_FORMULA = Pattern.compile("(?:^|[;\\t\\r\\n])[\\p{Zs}\"]*+(?=[=+@-])");

    private SpreadsheetText() {}

    /**
     * The text, with an apostrophe before whatever in it would be taken for a formula, which could fetch and send what it
     * likes.
     */
    public static String harmless(String text) {
        return BEFORE_FORMULA.matcher(text).replaceAll("$0'");
    }
}
