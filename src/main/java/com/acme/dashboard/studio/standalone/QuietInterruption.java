package com.acme.dashboard.studio.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends the log where somebody ends the process while it starts: libraries that are stopped halfway tell of it at length, to
 * somebody who wants nothing but that.
 */
final class QuietInterruption implements ApplicationListener<SpringApplicationEvent> {

    private volatile boolean starting;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationStartingEvent) {
            starting = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::endLog, "quiet-interruption"));
        } else if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
            starting = false;
        }
    }

    private void endLog() {
        if (starting && LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.addTurboFilter(new Silence());
        }
    }

    private static final class Silence extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] values,
                @Nullable Throwable failure) {
            return FilterReply.DENY;
        }
    }
}
