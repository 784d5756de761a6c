package com.acme.dashboard.invoices;

import java.time.LocalDate;
import java.util.UUID;

/** A row of the list as the test sees it. */
record PlainInvoice(UUID id, UUID customerId, String name, String email, long amount, LocalDate date, String status) {}
