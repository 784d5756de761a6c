package com.acme.dashboard.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * Tells the browsers that an account has signed in from before, by a token in a cookie: a random name, signed with the
 * account's password hash. Nothing is stored, a restart forgets nothing, and a new password makes all tokens worthless.
 * A token is no way in; it only keeps the failures of strangers from counting against the owner.
 */
@Component
class KnownDevices {

    static final String COOKIE = "known-device";

    private static final String ALGORITHM = "HmacSHA256";

    private final StringKeyGenerator names =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final Accounts accounts;

    KnownDevices(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A token for the browser that the account has just signed in from. */
    Optional<String> tokenFor(Account account) {
        var name = names.generateKey();
        return accounts.user(account.id()).map(user -> name + "." + signature(name, user));
    }

    /** The name of the device, where the token is genuine and the account's. */
    Optional<String> recognise(String email, String token) {
        var dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var name = token.substring(0, dot);
        return accounts.user(email)
                .filter(user -> isSame(signature(name, user), token.substring(dot + 1)))
                .map(user -> name);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String name, User user) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(user.password().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var signed = mac.doFinal((user.id() + " " + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
