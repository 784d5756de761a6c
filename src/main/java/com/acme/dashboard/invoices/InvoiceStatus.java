package com.acme.dashboard.invoices;

/** Whether the money has arrived. */
public enum InvoiceStatus {
    PENDING,
    PAID
}
