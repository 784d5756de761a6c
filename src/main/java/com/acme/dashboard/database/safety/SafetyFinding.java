package com.acme.dashboard.database.safety;

/**
 * One place in a change set that a database in use would suffer from.
 *
 * @param file the path that was given
 * @param line where the statement begins in that file, from 1
 * @param rule the name with which a comment silences it, such as {@code drop-column}
 * @param statement the statement in one line, shortened
 * @param why what would happen
 * @param safeWay what to do instead
 */
public record SafetyFinding(String file, int line, String rule, String statement, String why, String safeWay) {}
