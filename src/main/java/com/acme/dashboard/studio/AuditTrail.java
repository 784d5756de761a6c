package com.acme.dashboard.studio;

import com.acme.dashboard.common.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where it is written down what somebody changes who may; only {@link EditingPermit#require} hands one out. */
public final class AuditTrail {

    /** In characters: the table tells what was done, it is no copy of the files that somebody puts into a column. */
    private static final int LONGEST_VALUE = 2_000;

    /** With its schema, found beforehand: a statement in the same transaction may have bent the search path. */
    private final TableName table;

    private final SecretColumns secrets;

    AuditTrail(TableName table, SecretColumns secrets) {
        this.table = table;
        this.secrets = secrets;
    }

    /** Adds an entry by way of that client, in the transaction of what it tells. */
    public void record(JdbcClient client, AuditEntry entry) {
        client.sql("""
                        insert into %s (actor, kind, statement, parameters, rows, reason)
                        values (?, ?, ?, pg_catalog.to_jsonb(cast(? as pg_catalog.text[])), ?, ?)
                        """.formatted(table.quoted()))
                .param(entry.actor())
                .param(entry.kind().code())
                .param(secrets.mask(entry.statement()))
                .param(parameters(entry))
                .param(entry.rows())
                .param(entry.reason())
                .update();
    }

    private @Nullable String @Nullable [] parameters(AuditEntry entry) {
        return entry.parameters().isEmpty()
                ? null
                : entry.parameters().stream().map(this::recorded).toArray(String[]::new);
    }

    private @Nullable String recorded(@Nullable String value) {
        return value == null ? null : secrets.mask(cut(value));
    }

    private static String cut(String value) {
        return Characters.count(value) <= LONGEST_VALUE ? value : Characters.first(value, LONGEST_VALUE) + "…";
    }
}
