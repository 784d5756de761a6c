package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import java.time.LocalDate;
import java.util.UUID;

/** An invoice as the grid shows it, with what it shows of the customer; no image is an empty URL. */
public record InvoiceRow(
        UUID id,
        UUID customerId,
        String customerName,
        String customerEmail,
        String customerImageUrl,
        Money amount,
        LocalDate date,
        InvoiceStatus status,
        long version) {}
