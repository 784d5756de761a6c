package com.acme.dashboard.studio.migrations;

/**
 * The SQL of a change set, statements ending with semicolons.
 *
 * @param comment what its author wrote about it; may be empty
 * @param forward what it does
 * @param back its way back; empty where it has none
 * @param inTransaction whether it is one transaction
 */
public record ChangeSetSql(String comment, String forward, String back, boolean inTransaction) {}
