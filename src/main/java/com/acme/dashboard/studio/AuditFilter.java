package com.acme.dashboard.studio;

import com.acme.dashboard.common.Characters;

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
        person = clean(person);
        text = clean(text);
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Without the character 0, which no database text can hold. */
    private static String clean(String value) {
        return Characters.first(value.replace("\0", "").strip(), LONGEST);
    }
}
