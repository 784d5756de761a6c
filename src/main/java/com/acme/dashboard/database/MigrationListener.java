package com.acme.dashboard.database;

import java.time.Duration;

/** Hears how a migration gets on. */
public interface MigrationListener {

    /** Another process migrates this database; this one waits for it. Told once. */
    default void waiting() {}

    /** The database was empty or consent was given: it now carries its environment. */
    default void marked(Environment environment) {}

    /** The database had this change set already. */
    default void adopted(ChangeSetName changeSet) {}

    /** This change set is in the database now. */
    default void applied(ChangeSetName changeSet, Duration took) {}
}
