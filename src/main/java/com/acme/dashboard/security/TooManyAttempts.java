package com.acme.dashboard.security;

import java.time.Duration;

/** A sign-in that was not even tried, since there were too many failures before. */
public final class TooManyAttempts extends NotTried {

    private static final long serialVersionUID = 1L;

    TooManyAttempts(Duration wait) {
        super("Too many failures at sign-in", wait);
    }
}
