package com.acme.dashboard.studio;

/**
 * One thing that the check found, in the words of {@code ./db check}, which are English.
 *
 * @param kind such as {@code drift}
 * @param object what it is about: a change set, or something in the database
 * @param expected what it should be
 * @param found what it is
 * @param fix the SQL that puts it right; empty where SQL is not the way
 * @param explanation why it matters and what to do
 */
public record CheckFinding(String kind, String object, String expected, String found, String fix, String explanation) {}
