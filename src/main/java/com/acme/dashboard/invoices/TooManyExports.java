package com.acme.dashboard.invoices;

/** As many exports are running as may at the same time. */
public final class TooManyExports extends RuntimeException {

    TooManyExports() {
        super("As many exports are running as may at the same time");
    }
}
