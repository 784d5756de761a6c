package com.acme.dashboard.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.openqa.selenium.WebDriverException;
import org.opentest4j.TestAbortedException;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Opens the browsers that a test asks for and closes them afterwards: the first parameter of type {@link Browser} is one
 * and the same for the test and what runs before it, a second one is another person's. Makes {@link Rows}, too. Without a browser the test is skipped,
 * or fails where {@code CI=true}. What a failed test leaves is {@link FailureReport}'s.
 */
class BrowserExtension
        implements BeforeEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        opened(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Browser.class || type == Rows.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Rows.class) {
            return context.getStore(NAMESPACE)
                    .computeIfAbsent(Rows.class, key -> new Rows(SpringExtension.getApplicationContext(context)));
        }
        var place = (int) Stream.of(parameter.getDeclaringExecutable().getParameters())
                .limit(parameter.getIndex())
                .filter(other -> other.getType() == Browser.class)
                .count();
        return opened(context).browser(place, context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        report(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        report(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        report(context, failure);
    }

    private static void report(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        var opened = opened(context);
        opened.failed = true;
        throw new FailureReport(context, opened.browsers, opened.log).of(failure);
    }

    private static Opened opened(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Opened.class, key -> new Opened(pool(context)), Opened.class);
    }

    private static BrowserPool pool(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(BrowserPool.class, key -> new BrowserPool(), BrowserPool.class);
    }

    /** What one test has open. */
    private static final class Opened implements AutoCloseable {

        private final BrowserPool pool;
        private final List<Browser> browsers = new ArrayList<>();
        private final ServerLog log = ServerLog.open();
        private boolean failed;

        private Opened(BrowserPool pool) {
            this.pool = pool;
        }

        private Browser browser(int place, ExtensionContext context) {
            while (browsers.size() <= place) {
                browsers.add(open(context));
            }
            return browsers.get(place);
        }

        private Browser open(ExtensionContext context) {
            var path = Chromium.find(System.getenv());
            if (path.isEmpty()) {
                Assumptions.abort("No Chromium or Chrome on the path or in CHROME_BIN: the browser tests need one.");
            }
            var environment = SpringExtension.getApplicationContext(context).getEnvironment();
            var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
            return new Browser(pool.take(path.orElseThrow()), address);
        }

        /** One that has crashed, or asks something, is no good to others. */
        private void leave(Browser browser) {
            try {
                pool.giveBack(browser.leave());
            } catch (WebDriverException e) {
                browser.close();
            }
        }

        @Override
        public void close() {
            log.close();
            if (failed) {
                browsers.forEach(Browser::close);
            } else {
                browsers.forEach(this::leave);
            }
        }
    }
}
