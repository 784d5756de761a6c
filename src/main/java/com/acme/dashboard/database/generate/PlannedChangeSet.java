package com.acme.dashboard.database.generate;

import java.util.List;

/**
 * A change set that is still to be written.
 *
 * @param suffix what its id has beyond the file's name; empty for the first
 * @param comment what it is for, in a sentence
 * @param inTransaction false for what PostgreSQL does outside of a transaction only
 * @param split false where a statement holds semicolons of its own
 */
public record PlannedChangeSet(
        String suffix, String comment, boolean inTransaction, boolean split, List<PlannedStatement> statements) {}
