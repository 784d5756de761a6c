package com.acme.dashboard.common;

/** {@code ACME_TIME_ZONE} names no time zone; the message is one line for the person who set it. */
final class InvalidTimeZone extends StartFailure {

    InvalidTimeZone(String zone, Throwable cause) {
        super("ACME_TIME_ZONE is \"" + zone + "\", which is no time zone; use a name such as America/New_York.", cause);
    }
}
