package com.acme.dashboard.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Bcrypt at a cost of 7 that counts the rounds it spends on comparing: time without a clock. */
final class CountedBcrypt implements PasswordEncoder {

    static final int COST = 7;

    private final PasswordEncoder real = new BCryptPasswordEncoder(COST);
    private long rounds;

    /** The rounds since the last call. */
    long rounds() {
        var spent = rounds;
        rounds = 0;
        return spent;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return real.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        rounds += 1L << Integer.parseInt(Objects.requireNonNull(hash).substring(4, 6));
        return real.matches(password, hash);
    }
}
