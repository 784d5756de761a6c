package com.acme.dashboard.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Ends each comparison with an error. */
final class BrokenPasswords implements PasswordEncoder {

    private final PasswordEncoder real = new BCryptPasswordEncoder(4);

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return real.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        throw new StackOverflowError();
    }
}
