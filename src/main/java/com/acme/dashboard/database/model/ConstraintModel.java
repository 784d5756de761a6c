package com.acme.dashboard.database.model;

/**
 * A constraint of a table.
 *
 * @param definition as SQL writes it after the name, such as {@code unique (email)}
 */
public record ConstraintModel(String name, Kind kind, String definition) {

    /** What kinds of constraints a mapped class can have. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK
    }
}
