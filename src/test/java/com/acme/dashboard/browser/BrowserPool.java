package com.acme.dashboard.browser;

import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.WebDriver;

/**
 * The browsers of one test run. A test gets one that an earlier test has left, where there is one, because starting it and
 * compiling all scripts anew is most of what a short test costs.
 */
final class BrowserPool implements AutoCloseable {

    private final Deque<WebDriver> idle = new ConcurrentLinkedDeque<>();

    WebDriver take(Path executable) {
        var driver = idle.poll();
        return driver == null ? start(executable) : driver;
    }

    /** A key that is refused leaves no browser behind. */
    private static WebDriver start(Path executable) {
        var driver = Chromium.start(executable);
        try {
            return Choice.MADE.wrap(driver);
        } catch (RuntimeException | Error e) {
            driver.quit();
            throw e;
        }
    }

    void giveBack(WebDriver driver) {
        idle.push(driver);
    }

    @Override
    public void close() {
        idle.forEach(WebDriver::quit);
    }

    /** Made, and printed, by the first test that opens a browser. */
    private static final class Choice {

        private static final DriverChoice MADE = DriverChoice.of(System.getProperties(), System.getenv());

        static {
            System.out.println(MADE);
        }
    }
}
