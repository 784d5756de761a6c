package com.acme.dashboard.common.export;

/** As many exports are running as may at the same time. */
public final class TooManyExports extends RuntimeException {

    TooManyExports() {
        super("As many exports are running as may at the same time");
    }
}
