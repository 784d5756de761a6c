package com.acme.dashboard.browser;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs all browser tests again and again on one application, and fails where one of them failed once: {@code ./mvnw
 * -Pbrowser-stress}. The first argument is how many times, the second how many tests run at a time.
 */
final class BrowserRounds {

    private BrowserRounds() {}

    static void main(String[] arguments) {
        var rounds = Integer.parseInt(arguments[0]);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(BrowserRounds.class.getPackageName()))
                .filters(includeClassNamePatterns(".*IT"))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", arguments[1])
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", arguments[1])
                .build();
        var clean = true;
        for (var round = 1; round <= rounds; round++) {
            var listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            var summary = listener.getSummary();
            System.out.printf(
                    "Round %d of %d: %d tests, %d failed, %d seconds%n",
                    round,
                    rounds,
                    summary.getTestsFoundCount(),
                    summary.getTotalFailureCount(),
                    (summary.getTimeFinished() - summary.getTimeStarted()) / 1000);
            if (summary.getTotalFailureCount() > 0 || summary.getTestsSucceededCount() == 0) {
                clean = false;
                summary.printFailuresTo(new PrintWriter(System.out, true, Charset.defaultCharset()));
            }
        }
        System.exit(clean ? 0 : 1);
    }
}
