package com.acme.dashboard.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not even tried, since it depended on others under way whether it may be, and they take too long. */
public final class TooManyAtOnce extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAtOnce(Duration wait) {
        super("Too many tries to sign in at the same time");
        this.wait = wait;
    }

    /** How long to wait before the next try, in whole seconds and at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
