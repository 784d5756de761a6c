package com.acme.dashboard.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * What a failed test leaves in {@code target/browser-tests}: of each of its browsers a screenshot, the page's source and
 * the console, and what the server logged meanwhile.
 */
record FailureReport(ExtensionContext test, List<Browser> browsers, ServerLog log) {

    /** The failure with the place of the report in its message. */
    Throwable of(Throwable failure) {
        var folder = Path.of("target", "browser-tests", name());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("server.log"), log.text());
            for (var browser : browsers) {
                write(folder, browsers.indexOf(browser) == 0 ? "" : "-" + (browsers.indexOf(browser) + 1), browser);
            }
        } catch (IOException | WebDriverException e) {
            failure.addSuppressed(e);
        }
        var told = new AssertionError(
                "%s%nWhat the browser showed and the server logged is in %s".formatted(message(failure), folder),
                failure);
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    private static void write(Path folder, String which, Browser browser) throws IOException {
        Files.write(folder.resolve("screenshot%s.png".formatted(which)), browser.screenshot());
        Files.writeString(folder.resolve("page%s.html".formatted(which)), browser.source());
        Files.write(folder.resolve("console%s.log".formatted(which)), browser.console());
    }

    /** Without what Selenium adds about the machine. */
    private static String message(Throwable failure) {
        var message = failure instanceof WebDriverException selenium
                ? selenium.getRawMessage()
                : failure instanceof AssertionError ? failure.getMessage() : null;
        return Objects.requireNonNullElseGet(message, failure::toString);
    }

    /** Of the test's method, and of its arguments where it runs for several. */
    private String name() {
        var method = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        var arguments = test.getDisplayName();
        return arguments.startsWith(test.getRequiredTestMethod().getName())
                ? method
                : method + " " + arguments.replaceAll("[^\\w., -]+", "_");
    }
}
