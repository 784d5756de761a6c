package com.acme.dashboard.studio;

import com.acme.dashboard.database.schema.Identifiers;
import java.util.Comparator;

/** The name of a table or view, which may hold anything that PostgreSQL lets a name hold. */
public record TableName(String schema, String name) implements Comparable<TableName> {

    /** The schema that is meant where none is named. */
    public static final String USUAL_SCHEMA = "public";

    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    /** Whether there could be such a table: no name in PostgreSQL holds the character 0, which it refuses even in a question. */
    public boolean isPossible() {
        return (schema + name).indexOf('\0') < 0;
    }

    /** As SQL takes it, such as {@code "public"."invoices"}. */
    String quoted() {
        return Identifiers.quote(schema) + '.' + Identifiers.quote(name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** As a person reads it, such as {@code public.invoices}; no SQL. */
    @Override
    public String toString() {
        return schema + '.' + name;
    }
}
