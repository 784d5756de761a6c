package com.acme.dashboard.database.schema;

/** Texts as SQL takes them where a parameter cannot stand, such as in a comment on a table, or in what a person reads. */
public final class Literals {

    private Literals() {}

    /** The text between single quotes, as PostgreSQL reads it unless {@code standard_conforming_strings} is off. */
    public static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
