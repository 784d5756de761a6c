package com.acme.dashboard.studio;

import java.util.Locale;

/** What is written into the audit table. */
public enum AuditKind {
    /** Rows that were changed in the grid. */
    EDIT,
    /** A statement that somebody wrote. */
    SQL,
    /** Editing was switched on or off where that takes a reason. */
    PERMIT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AuditKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
