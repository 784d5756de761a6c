package com.acme.dashboard.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a session knows that the password it began with is still the account's, without keeping the stored hash: a digest
 * of it. Hashes are salted, so that a new password has another one even where it is the old one again.
 */
record PasswordFingerprint(String digest) {

    private static final String ALGORITHM = "SHA-256";

    static PasswordFingerprint of(String hash) {
        try {
            var digest = MessageDigest.getInstance(ALGORITHM).digest(hash.getBytes(StandardCharsets.UTF_8));
            return new PasswordFingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
