package com.acme.dashboard.common.ui;

import java.util.concurrent.Callable;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Work in the background on behalf of the person who asks for it. It stays theirs to its end when they sign out meanwhile:
 * that empties the security context of their session, so the work has a context of its own.
 */
public final class AsThePerson {

    private AsThePerson() {}

    /** That work, done as whoever is signed in now. */
    public static <T> Callable<T> call(Callable<T> work) {
        return new DelegatingSecurityContextCallable<>(work, context());
    }

    /** That work, done as whoever is signed in now. */
    public static Runnable run(Runnable work) {
        return new DelegatingSecurityContextRunnable(work, context());
    }

    private static SecurityContext context() {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return context;
    }
}
