package com.acme.dashboard.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An account as Spring Security carries it; the hash is forgotten once the password has been compared, what it is known by
 * again is not.
 */
final class AccountDetails implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private transient @Nullable String hash;
    private transient PasswordFingerprint fingerprint;

    private AccountDetails(Account account, @Nullable String hash, PasswordFingerprint fingerprint) {
        this.account = account;
        this.hash = hash;
        this.fingerprint = fingerprint;
    }

    static AccountDetails of(User user) {
        return new AccountDetails(user.account(), user.password(), user.fingerprint());
    }

    Account account() {
        return account;
    }

    /** Of the hash that was compared, or has taken its place since. */
    PasswordFingerprint fingerprint() {
        return fingerprint;
    }

    AccountDetails withoutPassword() {
        return new AccountDetails(account, null, fingerprint);
    }

    /** The stored hash is replaced by another one of the same password. */
    void replaceHash(String stronger) {
        hash = stronger;
        fingerprint = PasswordFingerprint.of(stronger);
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
