package com.acme.dashboard.database.roles;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.Locale;
import java.util.Set;

/** Who uses a database, and what each may do in it. */
public enum DatabaseRole {
    /** Migrates, and so owns everything in the schema. */
    OWNER,
    /**
     * The application: reads and writes rows. What triggers keep and what migrations write down it only reads, and of what
     * was done it takes nothing back.
     */
    APP,
    /** Reports: reads rows, but not what people have done: that also holds what was deleted since. */
    READONLY;

    /**
     * What the role is called in that database, such as {@code acme_owner}.
     *
     * @throws IllegalArgumentException if that is longer than a name can be
     */
    public String nameIn(String database) {
        var name = database + "_" + name().toLowerCase(Locale.ROOT);
        if (!canBeIn(database)) {
            throw new IllegalArgumentException("The role %s cannot be made: PostgreSQL's names have up to %d bytes."
                    .formatted(name, Identifiers.LONGEST_BYTES));
        }
        return name;
    }

    /** Whether its name is short enough in that database. */
    boolean canBeIn(String database) {
        return Identifiers.fits(database + "_" + name());
    }

    /** The variable that holds its password. */
    public String passwordVariable() {
        return "POSTGRES_" + name() + "_PASSWORD";
    }

    /** The privileges that it has on things of a kind, besides those of an owner. */
    Set<String> on(Target target) {
        return switch (this) {
            case OWNER ->
                switch (target) {
                    case DATABASE -> Set.of("CONNECT", "CREATE", "TEMPORARY");
                    case SCHEMA -> Set.of("USAGE", "CREATE");
                    case TABLE, KEPT_TABLE, APPEND_TABLE, SEQUENCE, FUNCTION, TYPE -> Set.of();
                };
            case APP ->
                switch (target) {
                    case DATABASE -> Set.of("CONNECT");
                    case SCHEMA -> Set.of("USAGE");
                    case TABLE -> Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
                    case KEPT_TABLE -> Set.of("SELECT");
                    case APPEND_TABLE -> Set.of("SELECT", "INSERT");
                    case SEQUENCE -> Set.of("USAGE", "SELECT");
                    case FUNCTION, TYPE -> Set.of();
                };
            case READONLY ->
                switch (target) {
                    case DATABASE -> Set.of("CONNECT");
                    case SCHEMA -> Set.of("USAGE");
                    case TABLE, KEPT_TABLE -> Set.of("SELECT");
                    case APPEND_TABLE, SEQUENCE, FUNCTION, TYPE -> Set.of();
                };
        };
    }
}
