package com.acme.dashboard.customers;

import com.acme.dashboard.common.Change;

/** What customers owe and have paid has changed: published by whoever changes their invoices, which are not known here. */
public record CustomerTotalsChanged() implements Change {}
