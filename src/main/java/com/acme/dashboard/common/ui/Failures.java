package com.acme.dashboard.common.ui;

import com.vaadin.flow.data.binder.BindingException;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a page does when the database does not answer: it stays, says so in words, and the cause goes to the log. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * Reads something, or, where the database fails, does something else instead.
     *
     * @return what was read
     */
    public static <T> Optional<T> read(Supplier<T> reading, Runnable otherwise) {
        try {
            return Optional.of(reading.get());
        } catch (DataAccessException | TransactionException failure) {
            return failed(failure, otherwise);
        } catch (BindingException failure) {
            // What a field looks up to show its value is read by its binder.
            if (failure.getCause() instanceof DataAccessException
                    || failure.getCause() instanceof TransactionException) {
                return failed(failure, otherwise);
            }
            throw failure;
        }
    }

    private static <T> Optional<T> failed(RuntimeException failure, Runnable otherwise) {
        LOG.warn("The database did not do what a page asked for", failure);
        otherwise.run();
        return Optional.empty();
    }

    /** Reads something, or says in a notification that the database does not answer and nothing was changed. */
    public static <T> Optional<T> read(Supplier<T> reading) {
        return read(reading, Failures::notifyNothingChanged);
    }

    /**
     * Does the work, or, where the database fails, something else instead.
     *
     * @return whether the work was done
     */
    public static boolean attempt(Runnable work, Runnable otherwise) {
        return read(
                        () -> {
                            work.run();
                            return true;
                        },
                        otherwise)
                .isPresent();
    }

    /** Does the work, or says in a notification that the database does not answer and nothing was changed. */
    public static boolean attempt(Runnable work) {
        return attempt(work, Failures::notifyNothingChanged);
    }

    private static void notifyNothingChanged() {
        Notifications.error(I18NProvider.translate("common.failed.nothing-changed"));
    }
}
