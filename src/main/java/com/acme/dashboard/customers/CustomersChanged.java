package com.acme.dashboard.customers;

/** Customers have been created, changed or deleted. Listen after the commit to see the new state. */
public record CustomersChanged() {}
