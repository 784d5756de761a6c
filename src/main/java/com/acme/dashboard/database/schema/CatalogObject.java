package com.acme.dashboard.database.schema;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a schema, as PostgreSQL's catalogs tell it.
 *
 * @param facts what is known of it, by {@linkplain CatalogFacts name}, in PostgreSQL's own words; a fact that does not
 *     hold is left out
 */
public record CatalogObject(Name name, SortedMap<String, String> facts) {

    /** What kinds of things are told apart. */
    public enum Kind {
        EXTENSION,
        TYPE,
        SEQUENCE,
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        VIEW,
        FUNCTION,
        TRIGGER,
        RULE,
        POLICY,
        STATISTICS
    }

    /**
     * What a thing is found by.
     *
     * @param table the table it belongs to; null for what stands alone
     * @param name without the schema; a function's has the types of its arguments
     */
    public record Name(Kind kind, @Nullable String table, String name) {

        /** The words for people, such as {@code column invoices.amount}. */
        @Override
        public String toString() {
            var word = kind.name().toLowerCase(java.util.Locale.ROOT);
            return table == null ? word + " " + name : word + " " + table + "." + name;
        }
    }

    /** The fact of that name; null where it does not hold. */
    public @Nullable String fact(String fact) {
        return facts.get(fact);
    }
}
