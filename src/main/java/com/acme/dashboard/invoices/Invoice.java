package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.schema.Check;
import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.common.schema.ForeignKey;
import com.acme.dashboard.customers.Customer;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Money that a customer owes or has paid. The amount is more than 0 and at most {@link #MAX_CENTS}; the version is null
 * until the invoice is stored.
 */
@Table("invoices")
public record Invoice(
        @Id @Nullable UUID id,
        @ForeignKey(Customer.class) UUID customerId,
        @Check("amount > 0") Money amount,
        @ColumnType("varchar(255)") InvoiceStatus status,
        LocalDate date,
        @Version @Nullable Long version) {

    /** The smallest amount in cents. */
    public static final long MIN_CENTS = 1;

    /** The largest amount in cents: what the column holds. */
    public static final long MAX_CENTS = Integer.MAX_VALUE;

    public Invoice {
        if (amount.cents() < MIN_CENTS || amount.cents() > MAX_CENTS) {
            throw new IllegalArgumentException("Not an amount of an invoice: " + amount.cents() + " cents");
        }
    }
}
