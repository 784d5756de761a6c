package com.acme.dashboard.database.schema;

import java.util.List;

/**
 * One thing in which a schema is not what it should be.
 *
 * @param object what it is about, such as {@code column invoices.amount}
 * @param expected what it should be
 * @param found what it is
 * @param fix the statements that make it so, each to be run by itself, in this order
 */
public record Difference(String object, String expected, String found, List<String> fix) {

    public Difference {
        fix = List.copyOf(fix);
    }
}
