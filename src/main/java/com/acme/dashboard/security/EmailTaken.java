package com.acme.dashboard.security;

/** There is an account with that email already, upper and lower case aside. */
public final class EmailTaken extends RuntimeException {

    EmailTaken(String email) {
        super("There is an account for " + email + " already.");
    }
}
