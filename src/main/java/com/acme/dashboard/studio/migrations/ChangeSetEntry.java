package com.acme.dashboard.studio.migrations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change set in the list of all.
 *
 * @param file where it stands, such as {@code db-changelog/changes/0001-initial-schema.sql}
 * @param name what a person calls it: its file, and its id where the two differ
 * @param appliedAt when the database got it; null while it is pending
 * @param run the run that applied it: the program's version and the time; null where it is not known
 * @param checksum of its text as it ran; null while it is pending
 * @param adopted whether the database had already what it makes, so that nothing was done
 */
public record ChangeSetEntry(
        String file,
        String author,
        String id,
        String name,
        @Nullable Instant appliedAt,
        @Nullable String run,
        @Nullable String checksum,
        boolean adopted) {

    /** Whether the database has not got it. */
    public boolean isPending() {
        return appliedAt == null;
    }
}
