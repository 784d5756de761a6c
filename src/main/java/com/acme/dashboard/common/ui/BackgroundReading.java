package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.spring.annotation.SpringComponent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads for pages that do not wait: off the request's thread, as the person who is signed in on the page, and only so many
 * at a time that the connections to the database suffice for everybody else. What is slow holds up only its own kind, and
 * fails after a few seconds.
 */
@SpringComponent
public class BackgroundReading {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundReading.class);

    /** So many of one kind: two kinds that hang still leave none of the others without its turn for long. */
    private static final int AT_ONCE = 2;

    /** So long a reading waits for its turn, and so long the database may take for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, ExecutorService> readers = new ConcurrentHashMap<>();
    private final ConnectionBudget budget;
    private final TransactionTemplate limited;

    BackgroundReading(ConnectionBudget budget, PlatformTransactionManager transactions) {
        this.budget = budget;
        limited = new TransactionTemplate(transactions);
        limited.setReadOnly(true);
        limited.setTimeout((int) PATIENCE.toSeconds());
    }

    /**
     * Reads, in one transaction, and then shows what was read, or that it failed, in the page and with its lock. A page
     * that is closed meanwhile hears nothing.
     *
     * @param kind what is read, the same on every page: one of a few names
     * @return cancels the reading where it has not begun; one that has begun ends by itself, because interrupting it would
     *     cost its connection
     */
    public <T> Future<?> read(
            String kind,
            UI page,
            Supplier<T> reading,
            SerializableConsumer<T> shown,
            SerializableConsumer<Exception> failed) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        Callable<T> asThePerson =
                AsThePerson.call(() -> budget.spend(deadline, () -> limited.execute(_ -> reading.get())));
        return readers.computeIfAbsent(kind, BackgroundReading::readersOf)
                .submit(() -> InPage.run(page, answer(asThePerson, shown, failed)));
    }

    private static ExecutorService readersOf(String kind) {
        return new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("reading-" + kind + "-", 0).factory(),
                // Nobody waits for an answer any more while the server stops.
                new ThreadPoolExecutor.DiscardPolicy());
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
        readers.values().forEach(ExecutorService::shutdownNow);
    }
}
