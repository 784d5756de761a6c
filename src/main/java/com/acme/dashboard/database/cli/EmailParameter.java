package com.acme.dashboard.database.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;

/** The account that a command is about. */
final class EmailParameter {

    /** A URL with a password has an at sign, too. */
    private static final Pattern EMAIL = Pattern.compile("(?!.*://)[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    @Parameters(paramLabel = "EMAIL", description = "The email that the person signs in with.")
    private String email = "";

    /** Throws {@link CommandFailure} where it is no email. */
    String value() {
        if (!EMAIL.matcher(email).matches()) {
            throw CommandFailure.wrongUse("\"%s\" is not an email address.".formatted(email));
        }
        return email;
    }
}
