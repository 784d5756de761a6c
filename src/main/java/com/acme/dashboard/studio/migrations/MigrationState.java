package com.acme.dashboard.studio.migrations;

import java.util.List;

/**
 * How far the migrations of a database have come.
 *
 * @param environment its id, such as {@code prod}
 * @param host the server's address
 * @param database the database's name
 * @param command what is typed on the command line to apply what is pending
 * @param changeSets the pending ones in their order, then the applied ones, the last first
 */
public record MigrationState(
        String environment, String host, String database, String command, List<ChangeSetEntry> changeSets) {

    public MigrationState {
        changeSets = List.copyOf(changeSets);
    }

    /** How many change sets the database has not got. */
    public long pending() {
        return changeSets.stream().filter(ChangeSetEntry::isPending).count();
    }
}
