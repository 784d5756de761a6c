package com.acme.dashboard.database;

import java.net.URI;

/**
 * Starts Studio by itself, for one database. A service of {@link java.util.ServiceLoader}: Studio knows the database, so
 * that the commands cannot know Studio.
 */
public interface StudioStarter {

    /** The system property by which a command's logging is configured, as Logback names it. */
    String LOG_CONFIGURATION = "logback.configurationFile";

    /**
     * Starts it, on 127.0.0.1 only.
     *
     * @param server the database; closed at the end, after everything that uses it
     * @param settings the variables of its environment
     * @param person who starts it and is the only one to enter it
     * @param port where it listens; 0 for any that is free
     */
    Running start(DatabaseServer server, Settings settings, String person, int port);

    /** A Studio that runs until the process is told to end. */
    interface Running {

        /** Where it is, with the secret that lets one browser in. */
        URI address();

        /** Waits until it has ended. */
        void awaitEnd() throws InterruptedException;
    }
}
