package com.acme.dashboard.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not even tried: another one may be after a while. */
public abstract sealed class NotTried extends AuthenticationException permits TooManyAttempts, TooManyAtOnce {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    NotTried(String reason, Duration wait) {
        super(reason);
        this.wait = wait;
    }

    /** How long to wait before the next try, in whole seconds and at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
