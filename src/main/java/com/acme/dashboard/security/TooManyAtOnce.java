package com.acme.dashboard.security;

import java.time.Duration;

/** A sign-in that was not even tried, since it depended on others under way whether it may be, and they take too long. */
public final class TooManyAtOnce extends NotTried {

    private static final long serialVersionUID = 1L;

    TooManyAtOnce(Duration wait) {
        super("Too many tries to sign in at the same time", wait);
    }
}
