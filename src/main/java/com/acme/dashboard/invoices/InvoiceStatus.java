package com.acme.dashboard.invoices;

import com.acme.dashboard.common.schema.ColumnValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the money has arrived. */
public enum InvoiceStatus {
    PENDING,
    PAID;

    /** How the status stands in the database and in URLs: {@code pending} or {@code paid}. */
    @ColumnValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with that {@linkplain #text() text}; empty where there is none. */
    public static Optional<InvoiceStatus> ofText(String text) {
        return Stream.of(values()).filter(status -> status.text().equals(text)).findFirst();
    }
}
