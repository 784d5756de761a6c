package com.acme.dashboard.studio.migrations;

import com.acme.dashboard.database.migration.Finding;

/**
 * One thing that the check found, in the words of {@code ./db check}, which are English.
 *
 * @param kind such as {@code drift}, the id of a {@link Finding.Kind}
 * @param object what it is about: a change set, or something in the database
 * @param expected what it should be; of what is unsafe, the rule
 * @param found what it is; of what is unsafe, the statement
 * @param fix the SQL that puts it right; empty where SQL is not the way
 * @param explanation why it matters and what to do
 */
public record CheckFinding(String kind, String object, String expected, String found, String fix, String explanation) {

    /** Whether a pending change set would lock, lose or break something. */
    public boolean isUnsafe() {
        return kind.equals(Finding.Kind.UNSAFE.id());
    }
}
