package com.acme.dashboard.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Lets people change their own password. */
@Service
@PreAuthorize("isAuthenticated()")
public class OwnPassword {

    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignedInSessions sessions;

    OwnPassword(CurrentUser currentUser, Accounts accounts, SignInThrottle throttle, SignedInSessions sessions) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * Changes the password and signs the person out everywhere but here.
     *
     * @return whether the current password was right; where not, nothing has changed
     * @throws PasswordRefused where the new one is too short or too long
     * @throws TooManyAttempts after as many wrong current passwords as at sign-in: an open page may be somebody else's
     * @throws TooManyAtOnce where as many tries are under way, and do not end
     */
    public boolean change(String current, String replacement) {
        var account = currentUser.require();
        var isRight =
                throttle.beginSignedIn(account).settle(() -> accounts.hasPassword(account, current), right -> right);
        if (!isRight) {
            return false;
        }
        var here = Optional.ofNullable(VaadinSession.getCurrent())
                .map(space -> space.getSession().getId())
                .orElse("");
        var hash = accounts.hash(replacement);
        // Told before it is stored: who looks in between must not take it for somebody else's doing.
        sessions.getsPassword(account, here, PasswordFingerprint.of(hash));
        accounts.store(account, hash);
        sessions.endOthers(account, here);
        return true;
    }
}
