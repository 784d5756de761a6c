package com.acme.dashboard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Opens a browser for a test that asks for one and closes it afterwards. Without a browser the test is skipped, or fails
 * where {@code CI=true}; a failed test leaves a screenshot and the page's source in {@code target/browser-tests}.
 */
class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Browser.class, key -> open(context), Browser.class);
    }

    private static Browser open(ExtensionContext context) {
        var path = Chromium.find();
        if (path.isEmpty()) {
            var message = "No Chromium or Chrome on the path or in CHROME_BIN: the browser tests need one.";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(message);
            }
            Assumptions.abort(message);
        }
        var environment = SpringExtension.getApplicationContext(context).getEnvironment();
        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        return new Browser(Chromium.start(path.orElseThrow()), address);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var browser = context.getStore(NAMESPACE).get(Browser.class, Browser.class);
        context.getExecutionException().ifPresent(failure -> {
            if (browser != null) {
                var folder = Path.of(
                        "target",
                        "browser-tests",
                        context.getRequiredTestClass().getSimpleName() + "."
                                + context.getRequiredTestMethod().getName());
                try {
                    Files.createDirectories(folder);
                    Files.write(folder.resolve("screenshot.png"), browser.screenshot());
                    Files.writeString(folder.resolve("page.html"), browser.source());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                failure.addSuppressed(new AssertionError("What the browser showed is in " + folder));
            }
        });
    }
}
