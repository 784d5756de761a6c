package com.acme.dashboard.studio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as it was written down. Long texts are cut.
 *
 * @param id of two records the later one has the higher number
 * @param actor the name that they signed in with
 * @param databaseRole the role with which the application did it
 * @param parameters the statement's, as JSON; null where it has none
 * @param rows how many rows it changed or returned; null where that means nothing
 * @param reason why, in the actor's words; null where nobody was asked
 */
public record AuditRecord(
        long id,
        Instant at,
        String actor,
        String databaseRole,
        AuditKind kind,
        String statement,
        @Nullable String parameters,
        @Nullable Long rows,
        @Nullable String reason) {}
