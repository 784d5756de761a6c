package com.acme.dashboard.studio.standalone.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/** A secret of 256 random bits that lets whoever has it in, once. */
public final class SignInToken {

    static final String PARAMETER = "token";

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    private final byte[] secret;
    private final String id;
    private final AtomicBoolean used = new AtomicBoolean();

    private SignInToken(byte[] secret, String id) {
        this.secret = secret;
        this.id = id;
    }

    /** A new one. */
    public static SignInToken random() {
        var random = new SecureRandom();
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new SignInToken(
                Base64.getUrlEncoder().withoutPadding().encode(bytes),
                HexFormat.of().formatHex(id));
    }

    /** A name for this start of Studio; no secret, and not part of it. */
    public String id() {
        return id;
    }

    /** The path that it opens, with the secret. */
    public String path() {
        return TokenSignIn.PATH + "?" + PARAMETER + "=" + new String(secret, StandardCharsets.US_ASCII);
    }

    /** Whether this is it and nobody came before; takes the same time whatever is presented. */
    boolean redeem(String presented) {
        return MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8))
                && used.compareAndSet(false, true);
    }
}
