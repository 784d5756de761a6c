package com.acme.dashboard.customers;

import com.acme.dashboard.common.Change;

/** Customers have been created, changed or deleted. */
public record CustomersChanged() implements Change {}
