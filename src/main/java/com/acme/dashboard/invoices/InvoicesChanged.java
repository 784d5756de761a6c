package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Change;

/** Invoices have been created, changed or deleted. */
public record InvoicesChanged() implements Change {}
