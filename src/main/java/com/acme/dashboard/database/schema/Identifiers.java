package com.acme.dashboard.database.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names as SQL takes them, whatever they are made of. */
public final class Identifiers {

    /** So many bytes of a name in UTF-8 PostgreSQL keeps; what is longer it cuts off without an error. */
    public static final int LONGEST_BYTES = 63;

    private Identifiers() {}

    /** Whether PostgreSQL keeps the whole name. */
    public static boolean fits(String name) {
        return name.getBytes(UTF_8).length <= LONGEST_BYTES;
    }

    /** The name between double quotes, such as {@code "order"}. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Each between double quotes, separated by commas. */
    public static String quote(Collection<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
