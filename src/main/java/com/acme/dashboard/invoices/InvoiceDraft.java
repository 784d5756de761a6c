package com.acme.dashboard.invoices;

import com.acme.dashboard.common.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.valueextraction.Unwrapping;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form edits: an invoice that may still miss something. Id and version are null for a new invoice; the message
 * of a violated constraint is the key of its text.
 */
public record InvoiceDraft(
        @Nullable UUID id,

        @NotNull(message = "invoices.form.customer-required") @Nullable
        UUID customerId,

        @NotNull(message = "money.empty", payload = Unwrapping.Skip.class)
        @Min(value = Invoice.MIN_CENTS, message = "money.not-positive")
        @Max(value = Invoice.MAX_CENTS, message = "money.too-large")
        @Nullable
        Money amount,

        @NotNull InvoiceStatus status,

        @NotNull(message = "invoices.form.date-required") @Nullable
        LocalDate date,

        @Nullable Long version) {

    /** What a person can change in the form. */
    public enum Field {
        CUSTOMER,
        AMOUNT,
        STATUS,
        DATE
    }

    /** A new pending invoice of that day with nothing else filled in. */
    public static InvoiceDraft blank(LocalDate date) {
        return new InvoiceDraft(null, null, null, InvoiceStatus.PENDING, date, null);
    }

    static InvoiceDraft of(Invoice invoice) {
        return new InvoiceDraft(
                invoice.id(),
                invoice.customerId(),
                invoice.amount(),
                invoice.status(),
                invoice.date(),
                invoice.version());
    }

    /** The fields in which this draft and the other one differ. */
    public Set<Field> differences(InvoiceDraft other) {
        var fields = EnumSet.noneOf(Field.class);
        if (!Objects.equals(customerId, other.customerId)) {
            fields.add(Field.CUSTOMER);
        }
        if (!Objects.equals(amount, other.amount)) {
            fields.add(Field.AMOUNT);
        }
        if (status != other.status) {
            fields.add(Field.STATUS);
        }
        if (!Objects.equals(date, other.date)) {
            fields.add(Field.DATE);
        }
        return fields;
    }

    /** The same content on top of another version: saving it overwrites what that version holds. */
    public InvoiceDraft withVersion(@Nullable Long newVersion) {
        return new InvoiceDraft(id, customerId, amount, status, date, newVersion);
    }

    /** The same with another customer, or none as yet. */
    public InvoiceDraft withCustomer(@Nullable UUID newCustomerId) {
        return new InvoiceDraft(id, newCustomerId, amount, status, date, version);
    }

    /** The same content as a new invoice, for instance because the old one has been deleted meanwhile. */
    public InvoiceDraft asNew() {
        return new InvoiceDraft(null, customerId, amount, status, date, null);
    }

    /** The invoice; everything that is required must be there. */
    Invoice toInvoice() {
        return new Invoice(
                id,
                Objects.requireNonNull(customerId),
                Objects.requireNonNull(amount),
                status,
                Objects.requireNonNull(date),
                version);
    }
}
