package com.acme.dashboard.security;

import com.acme.dashboard.common.StartFailure;

/** {@code TRUSTED_PROXIES} has something that is no address; the message is one line for the person who set it. */
final class InvalidTrustedProxies extends StartFailure {

    InvalidTrustedProxies(String network, Throwable cause) {
        super(
                "TRUSTED_PROXIES has \"" + network
                        + "\", which is neither an address nor a network such as 10.0.0.0/8.",
                cause);
    }
}
