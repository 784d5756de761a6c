package com.acme.dashboard.common;

/** Text as it is stored where there is one line for it: names, addresses, titles. */
public final class SingleLine {

    private SingleLine() {}

    /**
     * What was typed, on one line, without space around it, and without what no database text can hold. Empty where
     * nothing of it would be seen, such as a text of spaces that have no width.
     */
    public static String of(String typed) {
        var line = typed.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ");
        return line.codePoints().allMatch(SingleLine::isInvisible) ? "" : strip(line);
    }

    /** By hand, because a regular expression for the end of a text looks at each run of spaces from each of its spaces. */
    private static String strip(String line) {
        var begin = 0;
        var end = line.length();
        while (begin < end && isSpace(line.codePointAt(begin))) {
            begin += Character.charCount(line.codePointAt(begin));
        }
        while (end > begin && isSpace(line.codePointBefore(end))) {
            end -= Character.charCount(line.codePointBefore(end));
        }
        return line.substring(begin, end);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isInvisible(int character) {
        return isSpace(character) || Character.getType(character) == Character.FORMAT;
    }
}
