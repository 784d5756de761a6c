package com.acme.dashboard.common;

/**
 * Why a start cannot go on, told in one line that says what is wrong and what to do. The line never holds a password:
 * whoever makes one takes care of that, because it is printed as it is.
 */
public abstract class StartFailure extends RuntimeException {

    /** With the line as its message. */
    protected StartFailure(String message) {
        super(message);
    }

    /** With the line as its message, and what led to it. */
    protected StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
