package com.acme.dashboard.security;

/** {@code TRUSTED_PROXIES} has something that is no address; the message is one line for the person who set it. */
final class InvalidTrustedProxies extends RuntimeException {

    InvalidTrustedProxies(String network, Throwable cause) {
        super(
                "TRUSTED_PROXIES has \"" + network
                        + "\", which is neither an address nor a network such as 10.0.0.0/8.",
                cause);
    }
}
