package com.acme.dashboard.security;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signs in by email and password, unless the throttle refuses. */
final class PasswordSignIn implements AuthenticationProvider {

    private final AuthenticationProvider comparison;
    private final SignInThrottle throttle;
    private final KnownDevices devices;

    PasswordSignIn(
            AccountDetailsService accounts, PasswordEncoder passwords, SignInThrottle throttle, KnownDevices devices) {
        this.comparison = new Comparison(accounts, passwords);
        this.throttle = throttle;
        this.devices = devices;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication credentials) throws AuthenticationException {
        return begin(credentials.getName(), origin(credentials))
                .<@Nullable Authentication>settle(() -> comparison.authenticate(credentials), _ -> true);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return comparison.supports(authentication);
    }

    private SignInThrottle.Attempt begin(String email, SignInOrigin origin) {
        return Optional.ofNullable(origin.deviceToken())
                .flatMap(token -> recognise(email, token))
                .map(device -> throttle.beginFromKnown(device, email))
                .orElseGet(() -> throttle.begin(email, origin.address()));
    }

    /** A database that does not answer is told in the same words as where the account is looked up. */
    private Optional<String> recognise(String email, String token) {
        try {
            return devices.recognise(email, token);
        } catch (DataAccessException unreachable) {
            throw new InternalAuthenticationServiceException(
                    "Nobody can tell now whether the device is known", unreachable);
        }
    }

    private static SignInOrigin origin(Authentication credentials) {
        return credentials.getDetails() instanceof SignInOrigin origin ? origin : new SignInOrigin("", null);
    }

    private static final class Comparison extends DaoAuthenticationProvider {

        private final AccountDetailsService accounts;
        private final PasswordEncoder passwords;

        Comparison(AccountDetailsService accounts, PasswordEncoder passwords) {
            super(accounts);
            this.accounts = accounts;
            this.passwords = passwords;
            setPasswordEncoder(passwords);
            setUserDetailsPasswordService(accounts);
        }

        /** Bcrypt has always ignored what follows byte 72 of an old password: it goes on working as it is. */
        @Override
        protected Authentication createSuccessAuthentication(
                Object principal, Authentication authentication, UserDetails user) {
            var details = (AccountDetails) user;
            if (!(((UsernamePasswordAuthenticationToken) authentication).getCredentials() instanceof String password)
                    || BcryptPasswords.isTooLong(password)) {
                return super.createSuccessAuthentication(principal, authentication, details.withoutPassword());
            }
            var signedIn = super.createSuccessAuthentication(principal, authentication, details);
            if (passwords.upgradeEncoding(details.getPassword())) {
                takeReplaced(details, password);
            }
            return signedIn;
        }

        /** Somebody else has signed in at the same moment and replaced the hash first: theirs is of the same password. */
        private void takeReplaced(AccountDetails details, String password) {
            var stored = accounts.loadUserByUsername(details.getUsername()).getPassword();
            if (passwords.matches(password, stored)) {
                details.replaceHash(Objects.requireNonNull(stored));
            }
        }
    }
}
