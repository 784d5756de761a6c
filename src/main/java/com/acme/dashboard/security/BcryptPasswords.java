package com.acme.dashboard.security;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords as bcrypt hashes without a prefix, as other programs on the same table read and write them ({@code $2a$},
 * {@code $2b$}, {@code $2y$}). Refusing a password costs the same work whatever is stored, so that the time taken does
 * not tell a cheaper, older hash (and with it an existing account) from an account that does not exist.
 */
final class BcryptPasswords implements PasswordEncoder {

    static final int COST = 12;

    /** Bcrypt ignores what comes after. */
    static final int MAXIMUM_BYTES = 72;

    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(?<cost>\\d\\d)\\$[./0-9A-Za-z]{53}");

    private final int cost;
    private final PasswordEncoder bcrypt;

    BcryptPasswords() {
        this(COST);
    }

    BcryptPasswords(int cost) {
        this(cost, new BCryptPasswordEncoder(cost));
    }

    BcryptPasswords(int cost, PasswordEncoder bcrypt) {
        this.cost = cost;
        this.bcrypt = bcrypt;
    }

    /** Whether bcrypt would cut the password. */
    static boolean isTooLong(CharSequence password) {
        return password.toString().getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }

    /** Hashes a new password; throws {@link PasswordRefused} where bcrypt would cut it. */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        if (password != null && isTooLong(password)) {
            throw new PasswordRefused(PasswordRefused.Reason.TOO_LONG);
        }
        return bcrypt.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || password.isEmpty()) {
            return false;
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            bcrypt.matches(password, decoy(cost));
            return false;
        }
        var matches = bcrypt.matches(password, hash);
        if (!matches) {
            workAsIfAtFullCost(password, costOf(hash));
        }
        return matches;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hash != null && HASH.matcher(hash).matches() && costOf(hash) < cost;
    }

    /** A cost of n is 2^n rounds, and 2^n + 2^n + 2^(n+1) + … + 2^(full-1) = 2^full. */
    private void workAsIfAtFullCost(CharSequence password, int costSpent) {
        for (var step = costSpent; step < cost; step++) {
            bcrypt.matches(password, decoy(step));
        }
    }

    private static int costOf(String hash) {
        return Integer.parseInt(hash.substring(4, 6));
    }

    /** A hash of nothing: right in form, and as much work to compare with as a real one. */
    private static String decoy(int cost) {
        return "$2a$%02d$".formatted(cost) + ".".repeat(53);
    }
}
