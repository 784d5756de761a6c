package com.acme.dashboard.database.schema;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names as SQL takes them, whatever they are made of. */
public final class Identifiers {

    private Identifiers() {}

    /** The name between double quotes, such as {@code "order"}. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Each between double quotes, separated by commas. */
    public static String quote(Collection<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
