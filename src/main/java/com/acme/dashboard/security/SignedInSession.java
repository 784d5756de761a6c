package com.acme.dashboard.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A browser's session that somebody is signed in with, and when they last did something in one of its tabs. */
final class SignedInSession implements HttpSessionBindingListener {

    private static final String ATTRIBUTE = SignedInSession.class.getName();

    private final HttpSession session;
    private final Account account;
    private final Consumer<SignedInSession> onGone;
    private final Set<PasswordFingerprint> fingerprints = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Instant lastActivity;

    private SignedInSession(HttpSession session, Account account, Instant now, Consumer<SignedInSession> onGone) {
        this.session = session;
        this.account = account;
        this.lastActivity = now;
        this.onGone = onGone;
    }

    /** Makes one, kept in the session and told there when the session is gone. */
    static SignedInSession begin(
            HttpSession session,
            Account account,
            PasswordFingerprint fingerprint,
            Instant now,
            Consumer<SignedInSession> onGone) {
        var begun = new SignedInSession(session, account, now, onGone);
        begun.knows(fingerprint);
        session.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    static Optional<SignedInSession> of(HttpSession session) {
        return Optional.ofNullable((SignedInSession) session.getAttribute(ATTRIBUTE));
    }

    HttpSession session() {
        return session;
    }

    Account account() {
        return account;
    }

    /** Whoever is here knows the password with this fingerprint, which may not be stored yet. */
    void knows(PasswordFingerprint fingerprint) {
        fingerprints.add(fingerprint);
    }

    /** Also for a password that has been changed here since: it never comes back, with its salt. */
    boolean isKnown(PasswordFingerprint fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    Duration idleAt(Instant now) {
        return Duration.between(lastActivity, now);
    }

    void active(Instant when) {
        if (when.isAfter(lastActivity)) {
            lastActivity = when;
        }
    }

    /** Says whether it is this call that has to warn. */
    boolean beginWarning() {
        return warned.compareAndSet(false, true);
    }

    /** Says whether there is a warning to take back. */
    boolean endWarning() {
        return warned.compareAndSet(true, false);
    }

    boolean isEnded() {
        return ended.get();
    }

    /** Says whether it is this call that has ended it. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        onGone.accept(this);
    }
}
