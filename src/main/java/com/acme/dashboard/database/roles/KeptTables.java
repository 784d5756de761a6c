package com.acme.dashboard.database.roles;

import com.acme.dashboard.database.schema.BookTables;

/** The tables that only triggers and migrations write to. */
public final class KeptTables {

    /** True of a relation {@code relname} of the current schema that is one. */
    public static final String CONDITION =
            "(%s or relname in ('invoice_totals', 'invoice_totals_changes', 'customer_totals', 'month_totals'))"
                    .formatted(BookTables.OWN_CONDITION);

    private KeptTables() {}
}
