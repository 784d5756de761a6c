package com.acme.dashboard.database.generate;

import java.util.regex.Pattern;

/**
 * A change of a column's type.
 *
 * @param from the type before, as PostgreSQL tells it, with the short names that people write
 * @param to the type after it, likewise
 */
record Retyping(String from, String to) {

    private static final Pattern INSTANT = Pattern.compile("timestamptz(\\(\\d\\))?");
    private static final Pattern DAY_OR_TIME = Pattern.compile("date|timestamp(\\(\\d\\))?");

    /** Whether PostgreSQL would take the zone of whoever runs it, so that each database would get other instants. */
    boolean isBetweenZones() {
        return isToInstant()
                || (INSTANT.matcher(from).matches() && DAY_OR_TIME.matcher(to).matches());
    }

    private boolean isToInstant() {
        return DAY_OR_TIME.matcher(from).matches() && INSTANT.matcher(to).matches();
    }

    Retyping back() {
        return new Retyping(to, from);
    }

    /** The expression that makes a value of the old type one of the new type. */
    String cast(String value) {
        if (!isBetweenZones()) {
            return value + "::" + to;
        }
        var zoned = (from.equals("date") ? value + "::timestamp" : value) + " at time zone 'UTC'";
        return to.equals("timestamptz") || to.equals("timestamp") ? zoned : "(%s)::%s".formatted(zoned, to);
    }
}
