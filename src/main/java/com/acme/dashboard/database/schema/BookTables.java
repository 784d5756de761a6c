package com.acme.dashboard.database.schema;

/**
 * The tables in which this program, Liquibase and drizzle-kit write down what they have done to a schema. They are not
 * part of what a changelog builds.
 */
public final class BookTables {

    /** True of a relation {@code relname} that is one of this program's or of Liquibase's. */
    public static final String OWN_CONDITION =
            "relname in ('databasechangelog', 'databasechangeloglock', 'acme_environment', 'acme_push')";

    /** True of a relation {@code relname} that is any such table. */
    static final String CONDITION = "(" + OWN_CONDITION + " or relname like '\\_\\_drizzle\\_migrations%')";

    private BookTables() {}
}
