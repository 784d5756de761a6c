package com.acme.dashboard.common.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.awaitility.core.ThrowingRunnable;

/** Waits in a browserless test for what other threads bring to its page. */
public final class Pushes {

    /** Longer than a reading that hangs takes to give up, on a machine that does other things beside. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Pushes() {}

    /** Lets others have the page's lock, again and again, until the assertion holds. */
    public static void untilAsserted(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                // Looked for, and not there yet.
                .ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip();
                    assertion.run();
                });
    }
}
