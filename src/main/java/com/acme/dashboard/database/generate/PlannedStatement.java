package com.acme.dashboard.database.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a change set.
 *
 * @param comment why or what, in a sentence
 * @param sql without the semicolon
 * @param undo what brings back the state before it, in order and without semicolons; empty where there is nothing to do
 * @param altered a query that counts the values which a change of type alters; null for every other statement
 */
public record PlannedStatement(
        String comment,
        String sql,
        List<String> undo,
        @Nullable String altered) {

    static PlannedStatement of(String comment, String sql, String... undo) {
        return new PlannedStatement(comment, sql, List.of(undo));
    }

    PlannedStatement(String comment, String sql, List<String> undo) {
        this(comment, sql, undo, null);
    }
}
