package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.spring.annotation.SpringComponent;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/**
 * Reads for pages that do not wait: off the request's thread, as the person who is signed in on the page, and only so many
 * at a time that the connections to the database suffice for everybody else.
 */
@SpringComponent
public class BackgroundReading {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundReading.class);

    /** One for each part of a page; half of the smallest pool. */
    private static final int AT_ONCE = 4;

    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofVirtual().name("reading-", 0).factory(),
            // Nobody waits for an answer any more while the server stops.
            new ThreadPoolExecutor.DiscardPolicy());

    /**
     * Reads, and then shows what was read, or that it failed, in the page and with its lock. A page that is closed
     * meanwhile hears nothing.
     *
     * @return cancels the reading where it has not begun; one that has begun ends by itself, because interrupting it would
     *     cost its connection
     */
    public <T> Future<?> read(
            UI page, Callable<T> reading, SerializableConsumer<T> shown, SerializableConsumer<Exception> failed) {
        var asThePerson = new DelegatingSecurityContextCallable<>(reading);
        return readers.submit(() ->
                page.accessLater(answer(asThePerson, shown, failed), () -> {}).run());
    }

    private static <T> SerializableRunnable answer(
            Callable<T> reading, SerializableConsumer<T> shown, SerializableConsumer<Exception> failed) {
        try {
            var read = reading.call();
            return () -> shown.accept(read);
        } catch (Exception e) {
            LOG.error("A part of a page could not be read", e);
            return () -> failed.accept(e);
        }
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }
}
