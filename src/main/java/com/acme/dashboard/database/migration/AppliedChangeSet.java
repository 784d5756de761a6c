package com.acme.dashboard.database.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change set that a database has.
 *
 * @param at when it was applied or adopted
 * @param run the run that applied it: the program's version and the time; null where that run did not end well
 * @param checksum of its text as it ran, as Liquibase writes it; null where nobody noted it
 * @param adopted true where the database had it already and nothing was done
 */
public record AppliedChangeSet(
        ChangeSetName name,
        Instant at,
        @Nullable String run,
        @Nullable String checksum,
        boolean adopted) {}
