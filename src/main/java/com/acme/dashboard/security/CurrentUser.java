package com.acme.dashboard.security;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, in the current request or UI. */
@Component
public class CurrentUser {

    /** The account, or empty where nobody is signed in. */
    public Optional<Account> account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountDetails details
                ? Optional.of(details.account())
                : Optional.empty();
    }

    /** The account; throws {@link AuthenticationCredentialsNotFoundException} where nobody is signed in. */
    public Account require() {
        return account().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }
}
