package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;

/** How many invoices there are of each status, and what they add up to. */
public record InvoiceTotals(long pendingCount, Money pending, long paidCount, Money paid) {

    /** All invoices. */
    public long count() {
        return pendingCount + paidCount;
    }

    /** The invoices of that status. */
    public long count(InvoiceStatus status) {
        return status == InvoiceStatus.PAID ? paidCount : pendingCount;
    }
}
