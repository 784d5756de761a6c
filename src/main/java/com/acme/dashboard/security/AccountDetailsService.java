package com.acme.dashboard.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Hands accounts to Spring Security, and stores the stronger hash that it makes of an old one at sign-in. */
@Component
class AccountDetailsService implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;

    AccountDetailsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return accounts.user(email)
                .map(AccountDetails::of)
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        var details = (AccountDetails) user;
        var stronger = Objects.requireNonNull(newHash);
        if (accounts.replaceHash(details.account().id(), Objects.requireNonNull(details.getPassword()), stronger)) {
            details.replaceHash(stronger);
        }
        return details;
    }
}
