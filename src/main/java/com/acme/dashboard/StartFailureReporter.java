package com.acme.dashboard;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.CommandNames;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells in one line why the application does not start, where it is something that the person who started it can change;
 * everything else is left to Spring Boot's own reports.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    private final boolean toldByCaller;

    /** Spring Boot makes reporters with the context, which is null when there is none yet. */
    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        toldByCaller = context != null
                && context.getEnvironment().getProperty("acme.start-failures-told-by-caller", Boolean.class, false);
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (toldByCaller) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = line(cause);
            if (line != null) {
                System.err.println(line);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String line(Throwable cause) {
        return switch (cause) {
            case StartFailure failure -> CommandNames.forHere(String.valueOf(failure.getMessage()));
            case PortInUseException inUse ->
                "Port %d is taken by another program: set SERVER_PORT to another one, such as SERVER_PORT=%d."
                        .formatted(inUse.getPort(), inUse.getPort() + 1);
            default -> null;
        };
    }
}
