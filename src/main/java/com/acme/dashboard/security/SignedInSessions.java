package com.acme.dashboard.security;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Every session that somebody is signed in with. Ends those in which nobody has done anything for a while; requests
 * alone say nothing about that, since pages make them by themselves.
 */
@Component
class SignedInSessions {

    private static final Logger LOG = LoggerFactory.getLogger(SignedInSessions.class);

    /** The server's own timeout comes after the one here, and takes away what nobody comes back to. */
    private static final Duration LONGER = Duration.ofMinutes(5);

    private final Set<SignedInSession> sessions = ConcurrentHashMap.newKeySet();
    private final OpenPages pages;
    private final IdleLimits limits;
    private final Clock clock;

    SignedInSessions(OpenPages pages, IdleLimits limits, Clock clock) {
        this.pages = pages;
        this.limits = limits;
        this.clock = clock;
    }

    /** Somebody has signed in, with the password whose stored hash has that fingerprint. */
    void begin(HttpSession session, Account account, PasswordFingerprint fingerprint) {
        session.setMaxInactiveInterval(
                Math.toIntExact(limits.timeout().plus(LONGER).toSeconds()));
        sessions.add(SignedInSession.begin(session, account, fingerprint, clock.instant(), sessions::remove));
    }

    /** Whether the session may go on; where not, it is over with this request. */
    boolean goesOn(HttpSession session) {
        var known = SignedInSession.of(session);
        known.filter(this::isIdleTooLong).ifPresent(this::end);
        var over = known.filter(SignedInSession::isEnded);
        over.ifPresent(ended -> tell(ended, pages::close));
        return over.isEmpty();
    }

    /** Somebody signs out: every page of the session leads to sign-in. */
    void signOut(HttpSession session) {
        SignedInSession.of(session).ifPresent(known -> end(known, pages::goToSignIn));
    }

    /**
     * A key, pointer or touch in one of the session's pages.
     *
     * @param ago how long ago; what is reported late counts from when it was
     * @return whether somebody is signed in with the session
     */
    boolean active(HttpSession session, Duration ago) {
        if (!goesOn(session)) {
            return false;
        }
        var signedIn = SignedInSession.of(session);
        signedIn.ifPresent(known -> active(known, ago));
        return signedIn.isPresent();
    }

    private void active(SignedInSession signedIn, Duration ago) {
        signedIn.active(clock.instant().minus(ago.isNegative() ? Duration.ZERO : ago));
        if (!isWarningDue(signedIn) && signedIn.endWarning()) {
            tell(signedIn, pages::takeWarningBack);
        }
    }

    /** Those of this moment. */
    Set<SignedInSession> all() {
        return Set.copyOf(sessions);
    }

    /** Ends one from outside: its pages load anew, which leads to sign-in. */
    void end(SignedInSession signedIn) {
        end(signedIn, pages::reload);
    }

    /** The person in the session with this id is about to get a password whose stored hash has that fingerprint. */
    void getsPassword(Account account, String sessionId, PasswordFingerprint fingerprint) {
        sessionsOf(account)
                .filter(signedIn -> signedIn.session().getId().equals(sessionId))
                .forEach(signedIn -> signedIn.knows(fingerprint));
    }

    /** Ends the account's sessions on every device, but the one with this id. */
    void endOthers(Account account, String sessionId) {
        sessionsOf(account)
                .filter(signedIn -> !signedIn.session().getId().equals(sessionId))
                .forEach(this::end);
    }

    private Stream<SignedInSession> sessionsOf(Account account) {
        return sessions.stream().filter(signedIn -> signedIn.account().id().equals(account.id()));
    }

    /** Warns of, and ends, sessions in which nobody does anything; waits for none of their pages. */
    @Scheduled(fixedDelayString = "${acme.idle.check-every:5s}")
    void check() {
        for (var signedIn : sessions) {
            if (signedIn.isEnded()) {
                tell(signedIn, pages::closeUnlessBusy);
            } else if (isIdleTooLong(signedIn)) {
                end(signedIn);
            } else if (isWarningDue(signedIn) && signedIn.beginWarning()) {
                tell(signedIn, session -> pages.warnOfIdleness(session, limits, () -> active(signedIn, Duration.ZERO)));
            }
        }
    }

    private boolean isIdleTooLong(SignedInSession signedIn) {
        return signedIn.idleAt(clock.instant()).compareTo(limits.timeout()) >= 0;
    }

    private boolean isWarningDue(SignedInSession signedIn) {
        return signedIn.idleAt(clock.instant()).compareTo(limits.timeout().minus(limits.warning())) >= 0;
    }

    /**
     * Takes the right to anything away at once and tells the pages. The session itself goes with its next request, or a
     * little later: it takes the pages' connections with it, and what they were told must have arrived.
     */
    private void end(SignedInSession signedIn, Consumer<HttpSession> tellPages) {
        if (!signedIn.end()) {
            return;
        }
        var session = signedIn.session();
        try {
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            tellPages.accept(session);
            if (pages.areNone(session)) {
                session.invalidate();
            }
        } catch (IllegalStateException gone) {
            LOG.debug("The session has ended by itself meanwhile", gone);
        }
    }

    private static void tell(SignedInSession signedIn, Consumer<HttpSession> pages) {
        try {
            pages.accept(signedIn.session());
        } catch (IllegalStateException gone) {
            LOG.debug("The session has ended by itself meanwhile", gone);
        }
    }
}
