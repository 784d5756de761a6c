package com.acme.dashboard.database.cli;

import java.util.regex.Pattern;

/**
 * Takes the passwords of URLs out of what is said. A URL that somebody gives where none is expected comes back in a message,
 * whole or in part, so that it is found in the text and not read as a {@link com.acme.dashboard.database.DatabaseUrl}.
 */
final class PasswordMask {

    /** Up to the last at sign, because a password may hold one that should have been encoded. */
    private static final Pattern BEFORE_HOST = Pattern.compile("(//[^:/\\s]*:).*@");

    private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&\\s]+");

    private PasswordMask() {}

    static String mask(String text) {
        var masked = BEFORE_HOST.matcher(text).replaceAll("$1***@");
        return PARAMETER.matcher(masked).replaceAll("$1***");
    }
}
