package com.acme.dashboard.common.ui;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Counts how often {@link Failures} has been told of one, and keeps them out of the run's log. */
public final class LoggedFailures implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Failures.class);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    public LoggedFailures() {
        logger.setAdditive(false);
        logger.addAppender(events);
        events.start();
    }

    public int number() {
        return events.list.size();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setAdditive(true);
    }
}
