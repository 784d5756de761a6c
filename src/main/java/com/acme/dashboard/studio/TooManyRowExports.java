package com.acme.dashboard.studio;

/** As many exports as are allowed at a time are running already. */
public final class TooManyRowExports extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyRowExports() {
        super("Too many exports are running");
    }
}
