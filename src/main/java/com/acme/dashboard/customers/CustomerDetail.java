package com.acme.dashboard.customers;

import com.acme.dashboard.common.Money;
import java.util.UUID;

/** A customer with the totals of all their invoices, as the customer's page shows it; no image is an empty URL. */
public record CustomerDetail(
        UUID id, String name, String email, String imageUrl, long invoiceCount, Money pending, Money paid) {}
