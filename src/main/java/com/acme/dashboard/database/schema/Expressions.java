package com.acme.dashboard.database.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL prints a list of values that is compared with a varchar in one way for what was written by hand, and in
 * another for what was restored from its own print, such as a dump: both mean the same.
 */
final class Expressions {

    private static final String LITERAL = "'(?:[^']|'')*'";

    /** {@code (ARRAY['a'::character varying, 'b'::character varying])::text[]}. */
    private static final Pattern CONVERTED_LIST =
            Pattern.compile("\\(ARRAY\\[((?:%s::character varying(?:, )?)+)]\\)::text\\[]".formatted(LITERAL));

    /** {@code ('a'::character varying)::text}. */
    private static final Pattern CONVERTED_VALUE =
            Pattern.compile("\\((%s)::character varying\\)::text".formatted(LITERAL));

    private static final Pattern VALUE = Pattern.compile("(%s)::character varying".formatted(LITERAL));

    private Expressions() {}

    /** The expression with such lists in one way. */
    static String normalize(String expression) {
        var lists = CONVERTED_LIST
                .matcher(expression)
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + VALUE.matcher(list.group(1)).replaceAll("$1::text") + "]"));
        return CONVERTED_VALUE.matcher(lists).replaceAll("$1::text");
    }
}
