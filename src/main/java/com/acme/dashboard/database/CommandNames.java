package com.acme.dashboard.database;

import java.util.regex.Pattern;

/** How the database commands that a text names, such as {@code ./db migrate:prod}, are typed where this program runs. */
public final class CommandNames {

    private static final Pattern OF_CHECKOUT = Pattern.compile("\\./db (?=[a-z])");

    private CommandNames() {}

    /** The text as it is right here: as it is in a checkout, and {@link #forJar} elsewhere. */
    public static String forHere(String text) {
        return Checkout.of(CommandNames.class).isPresent() ? text : forJar(text);
    }

    /** The text with each command as it is typed where only the jar is. */
    public static String forJar(String text) {
        return OF_CHECKOUT.matcher(text).replaceAll("java -jar dashboard.jar db:");
    }
}
