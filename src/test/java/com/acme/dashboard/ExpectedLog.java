package com.acme.dashboard;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What these classes log is what the test provokes, and stays out of the run's log, where a stack trace would look like a
 * fault.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ExpectedLog.Silence.class)
public @interface ExpectedLog {

    /** The loggers of these classes. */
    Class<?>[] value();

    /** More loggers, by the names of classes that the test cannot see. */
    String[] named() default {};

    /** Switches the loggers off while the test runs. */
    class Silence implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            loggers(context).forEach(logger -> logger.setLevel(Level.OFF));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            loggers(context).forEach(logger -> logger.setLevel(null));
        }

        private static Stream<Logger> loggers(ExtensionContext context) {
            var expected = context.getElement()
                    .map(element -> element.getAnnotation(ExpectedLog.class))
                    .orElseGet(() -> context.getRequiredTestClass().getAnnotation(ExpectedLog.class));
            return Stream.concat(Stream.of(expected.value()).map(Class::getName), Stream.of(expected.named()))
                    .map(name -> (Logger) LoggerFactory.getLogger(name));
        }
    }
}
