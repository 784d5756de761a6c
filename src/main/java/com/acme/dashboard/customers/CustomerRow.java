package com.acme.dashboard.customers;

import com.acme.dashboard.common.Money;
import java.util.UUID;

/** A customer with the totals of all their invoices, as the list and the customer's page show it; no image is an empty URL. */
public record CustomerRow(
        UUID id, String name, String email, String imageUrl, long invoiceCount, Money pending, Money paid) {}
