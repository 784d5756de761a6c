package com.acme.dashboard.security;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of people whose account is gone, or is an administrator's no longer: a session goes on with the rights
 * that it began with. Who takes them away does so in the table, from wherever, so it is the table that is asked.
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
        var signedIn = sessions.accounts();
        if (signedIn.isEmpty()) {
            return;
        }
        Map<UUID, Role> roles;
        try {
            roles = accounts.roles(signedIn.stream().map(Account::id).toList());
        } catch (DataAccessException failure) {
            LOG.debug("Nobody can tell now whether an account lost its rights", failure);
            return;
        }
        sessions.endAll(account -> signedIn.contains(account) && isRevoked(account, roles.get(account.id())));
    }

    private static boolean isRevoked(Account account, @Nullable Role now) {
        return now == null || (account.role() == Role.ADMIN && now != Role.ADMIN);
    }
}
