package com.acme.dashboard.invoices;

/** Invoices have been created, changed or deleted. Listen after the commit to see the new state. */
public record InvoicesChanged() {}
