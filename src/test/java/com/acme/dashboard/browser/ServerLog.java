package com.acme.dashboard.browser;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the application logs while a test runs. Tests that run at the same time share the application, and so its log. */
final class ServerLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final PatternLayout layout = new PatternLayout();

    /** Listens from now on, until it is closed. */
    static ServerLog open() {
        var log = new ServerLog();
        log.setContext(log.loggers);
        log.layout.setContext(log.loggers);
        log.layout.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %m%n%ex");
        log.layout.start();
        log.start();
        log.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        return log;
    }

    String text() {
        return String.join("", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(layout.doLayout(event));
    }

    @Override
    public void close() {
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
        stop();
    }
}
