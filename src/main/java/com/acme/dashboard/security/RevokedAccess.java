package com.acme.dashboard.security;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of people whose account is gone, is an administrator's no longer, or got another password from somebody
 * else: a session goes on with what it began with. Who changes that does so in the table, from wherever, so it is the table
 * that is asked.
 */
@Component
class RevokedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RevokedAccess.class);

    private final SignedInSessions sessions;
    private final Accounts accounts;

    RevokedAccess(SignedInSessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Asks once for everybody who is signed in; where the database does not answer, nothing ends. */
    @Scheduled(fixedDelayString = "${acme.revoked-access.check-every:15s}")
    void check() {
        var signedIn = sessions.all();
        if (signedIn.isEmpty()) {
            return;
        }
        Map<UUID, User> users;
        try {
            users = accounts.users(
                    signedIn.stream().map(session -> session.account().id()).collect(Collectors.toSet()));
        } catch (DataAccessException failure) {
            LOG.debug("Nobody can tell now whether an account lost its rights", failure);
            return;
        }
        signedIn.stream()
                .filter(session ->
                        isRevoked(session, users.get(session.account().id())))
                .forEach(sessions::end);
    }

    private static boolean isRevoked(SignedInSession session, @Nullable User now) {
        return now == null
                || (session.account().role() == Role.ADMIN && now.role() != Role.ADMIN)
                || !session.isKnown(now.fingerprint());
    }
}
