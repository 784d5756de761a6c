package com.acme.dashboard.browser;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Waits for what a page comes to by itself, and forgives that it moves on while it is looked at. */
record Waits(WebDriver driver) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the driver's error is called; Selenium has no type for it. */
    private static final String ABORTED = "aborted by navigation";

    /** Waits until that gives something other than {@code null} and {@code false}, and answers it. */
    <T> T until(ExpectedCondition<T> condition) {
        return patience().until(despiteNavigation(condition));
    }

    /** Waits, and says what for where it waits in vain. */
    <T> T until(Supplier<String> wanted, ExpectedCondition<T> condition) {
        return patience().withMessage(wanted).until(despiteNavigation(condition));
    }

    /**
     * Waits until a script's body answers {@code true} in the page, and says what for where it waits in vain. The page looks
     * by itself, for a second at a time: asked from outside, each look would be a command of its own.
     */
    void untilInPage(Supplier<String> wanted, String condition, Object... arguments) {
        var script = """
                const isSo = () => { %s };
                const end = performance.now() + 1000;
                let pause = 5;
                return new Promise((answer) => {
                  const look = () => {
                    const so = isSo();
                    so || performance.now() > end ? answer(Boolean(so)) : setTimeout(look, (pause = Math.min(2 * pause, 100)));
                  };
                  look();
                });
                """.formatted(condition);
        until(wanted, page -> Boolean.TRUE.equals(((JavascriptExecutor) page).executeScript(script, arguments)));
    }

    /** A page that goes away by itself while it is asked has not answered yet; the next one will. */
    private static <T> ExpectedCondition<@Nullable T> despiteNavigation(ExpectedCondition<T> condition) {
        return page -> {
            try {
                return condition.apply(page);
            } catch (WebDriverException e) {
                if (Objects.requireNonNullElse(e.getRawMessage(), "").contains(ABORTED)) {
                    return null;
                }
                throw e;
            }
        };
    }

    private FluentWait<WebDriver> patience() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementClickInterceptedException.class);
    }
}
