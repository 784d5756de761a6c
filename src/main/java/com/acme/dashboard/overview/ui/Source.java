package com.acme.dashboard.overview.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the chart's amounts come from: the books, or the paid invoices. */
enum Source {
    REVENUE,
    INVOICES;

    /** The name in the URL. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> ofText(String text) {
        return Arrays.stream(values())
                .filter(source -> source.text().equals(text))
                .findFirst();
    }
}
