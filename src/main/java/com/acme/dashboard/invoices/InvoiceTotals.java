package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import org.jspecify.annotations.Nullable;

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

    /** What the invoices of that status add up to, or all of them. */
    public Money amount(@Nullable InvoiceStatus status) {
        if (status == null) {
            return paid.plus(pending);
        }
        return status == InvoiceStatus.PAID ? paid : pending;
    }
}
