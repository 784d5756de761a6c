package com.acme.dashboard.studio;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The audit table {@code studio_audit}: what people changed by way of Studio. The application's role can add to it and read
 * it, and nothing else; a database that this application has not migrated does not have it.
 */
@Component
class StudioAudit {

    /** What the table is called; it is in the schema where the application's other tables are. */
    static final String TABLE = "studio_audit";

    private static final String FIND = """
            select nspname, relname
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where c.oid = to_regclass('%s') and has_table_privilege(c.oid, 'select, insert')
            """.formatted(TABLE);

    private final StudioDatabase database;
    private final SecretColumns secrets;

    StudioAudit(StudioDatabase database, SecretColumns secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** The table's name with its schema; empty where there is none, or nothing can be added to it. */
    Optional<TableName> table() {
        return database.read(client -> client.sql(FIND)
                .query((row, _) -> new TableName(row.getString(1), row.getString(2)))
                .optional());
    }

    /** Where entries are added; empty like {@link #table}. */
    Optional<AuditTrail> trail() {
        return table().map(table -> new AuditTrail(table, secrets));
    }
}
