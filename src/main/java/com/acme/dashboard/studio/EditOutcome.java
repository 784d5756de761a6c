package com.acme.dashboard.studio;

import org.jspecify.annotations.Nullable;

/** What became of staged changes: all of them were applied, or none. */
public sealed interface EditOutcome {

    /**
     * All of them.
     *
     * @param rows how many rows were added, changed and deleted
     */
    record Applied(long rows) implements EditOutcome {}

    /**
     * None: somebody else has changed or deleted a row since it was read.
     *
     * @param edit the place of the change in the list, from 0
     * @param now the row as it is now; null where it has gone, or cannot be found again because its table has no key
     */
    record Conflict(int edit, @Nullable Row now) implements EditOutcome {}

    /** None: somebody else has locked a row or the table, and does not let it go. */
    record Locked() implements EditOutcome {}

    /**
     * None: the row is as it was read, and the database left it so without a word, as a trigger or a policy can make it.
     *
     * @param edit the place of the change in the list, from 0
     */
    record Ignored(int edit) implements EditOutcome {}

    /**
     * None: the database refuses a change.
     *
     * @param edit the place of the change in the list, from 0; null where all of them together are what it refuses
     * @param column whose value it is about; null where that cannot be told
     * @param message in the database's words
     */
    record Rejected(@Nullable Integer edit, @Nullable String column, String message) implements EditOutcome {}
}
