package com.acme.dashboard.common;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** Which rule of the database a statement broke. */
public final class ViolatedConstraint {

    private ViolatedConstraint() {}

    /**
     * Goes on where that constraint was broken, which the caller has words for; throws the failure again where it was
     * another one, such as one that somebody else has added.
     */
    public static void require(String constraint, DataIntegrityViolationException failure) {
        if (!of(failure).filter(constraint::equals).isPresent()) {
            throw failure;
        }
    }

    private static Optional<String> of(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof PSQLException cause
                ? Optional.ofNullable(cause.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }
}
