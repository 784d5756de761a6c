package com.acme.dashboard.database.generate;

import java.util.List;

/**
 * One statement of a change set.
 *
 * @param comment why or what, in a sentence
 * @param sql without the semicolon
 * @param undo what brings back the state before it, in order and without semicolons; empty where there is nothing to do
 */
public record PlannedStatement(String comment, String sql, List<String> undo) {

    static PlannedStatement of(String comment, String sql, String... undo) {
        return new PlannedStatement(comment, sql, List.of(undo));
    }
}
