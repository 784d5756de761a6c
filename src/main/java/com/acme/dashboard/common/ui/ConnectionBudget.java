package com.acme.dashboard.common.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;

/**
 * How many connections to the database may be taken at a time by all work together that nobody waits for: half of the pool,
 * the other half is for what people do.
 */
@SpringComponent
class ConnectionBudget {

    private final Semaphore free;

    ConnectionBudget(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        free = new Semaphore(Math.max(1, connections / 2), true);
    }

    /** Does the work when its turn has come. */
    void spend(Runnable work) {
        free.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            free.release();
        }
    }

    /**
     * Does the work when its turn has come.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws TimeoutException when its turn has not come before
     */
    <T> T spend(long deadline, Callable<T> work) throws Exception {
        var patience = deadline - System.nanoTime();
        if (patience <= 0 || !free.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("Too many others are reading from the database");
        }
        try {
            return work.call();
        } finally {
            free.release();
        }
    }
}
