package com.acme.dashboard.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security carries it; the hash is forgotten once the password has been compared. */
final class AccountDetails implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private transient @Nullable String hash;

    AccountDetails(Account account, @Nullable String hash) {
        this.account = account;
        this.hash = hash;
    }

    static AccountDetails of(User user) {
        return new AccountDetails(user.account(), user.password());
    }

    Account account() {
        return account;
    }

    AccountDetails withPassword(@Nullable String other) {
        return new AccountDetails(account, other);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(account.role().authorities());
    }

    @Override
    public @Nullable String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return account.email();
    }

    @Override
    public void eraseCredentials() {
        hash = null;
    }
}
