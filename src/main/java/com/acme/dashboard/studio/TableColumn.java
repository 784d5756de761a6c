package com.acme.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type as SQL writes it, such as {@code character varying(255)} or {@code status[]}
 * @param castType the same without a length or precision, to which a text is cast: a cast to {@code varchar(3)} would cut it
 *     without a word, and storing it is refused; of a domain, the type that it is made of, for the same reason
 * @param kind what its values are like, which says how they are shown, compared and edited
 * @param nullable whether a row may have no value in it
 * @param defaultValue the expression that a new row gets; null where there is none
 * @param generated whether the database computes it, so that nobody may set it
 * @param alwaysIdentity whether it is numbered by the database, whatever a new row says
 * @param labels the values of an enum type, in their order; empty for other types
 * @param comment what its author wrote about it
 * @param secret whether its values are shown to nobody
 */
public record TableColumn(
        String name,
        String type,
        String castType,
        ValueKind kind,
        boolean nullable,
        @Nullable String defaultValue,
        boolean generated,
        boolean alwaysIdentity,
        List<String> labels,
        @Nullable String comment,
        boolean secret) {

    public TableColumn {
        labels = List.copyOf(labels);
    }

    /** Whether rows can be sorted by it. */
    public boolean sortable() {
        return !secret && kind != ValueKind.JSON && kind != ValueKind.OTHER;
    }

    /** Whether a person may give it a value. */
    public boolean settable() {
        return !generated && !alwaysIdentity && !secret;
    }
}
