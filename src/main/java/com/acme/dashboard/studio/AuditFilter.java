package com.acme.dashboard.studio;

/**
 * What is looked for in the audit table.
 *
 * @param person a part of who did it; empty for everybody
 * @param text a part of the statement, its parameters or the reason; empty for everything
 */
public record AuditFilter(String person, String text) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter("", "");

    /** In characters; what is behind does not count. */
    private static final int LONGEST = 200;

    public AuditFilter {
        person = cut(person.strip());
        text = cut(text.strip());
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
