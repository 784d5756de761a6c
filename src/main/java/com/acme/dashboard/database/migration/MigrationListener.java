package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import java.time.Duration;

/** Hears how a migration gets on. */
public interface MigrationListener {

    /** Another process migrates this database; this one waits for it. Told once. */
    default void waiting() {}

    /** The database was empty or consent was given: it now carries its environment. */
    default void marked(Environment environment) {}

    /** Others hold what this change set needs to lock; it is tried again after this wait. */
    default void busy(ChangeSetName changeSet, Duration wait) {}

    /** The database had this change set already. */
    default void adopted(ChangeSetName changeSet) {}

    /** This change set is in the database now. */
    default void applied(ChangeSetName changeSet, Duration took) {}

    /** This change set is not in the database any more. */
    default void undone(ChangeSetName changeSet, Duration took) {}
}
