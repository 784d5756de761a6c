package com.acme.dashboard.invoices;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that an invoice must all meet. Each {@code with} adds one, and is empty where no invoice can meet it
 * together with the others.
 *
 * @param customerWords what the customer's name or email must contain
 */
record InvoiceCriteria(
        Set<String> customerWords,
        @Nullable UUID customerId,
        @Nullable Cents cents,
        Set<InvoiceStatus> statuses,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Amounts between two, both included. */
    record Cents(int least, int most) {}

    InvoiceCriteria {
        customerWords = Collections.unmodifiableSet(new LinkedHashSet<>(customerWords));
        statuses = Collections.unmodifiableSet(EnumSet.copyOf(statuses));
    }

    /** What the filter says apart from its query. */
    static InvoiceCriteria of(InvoiceFilter filter) {
        var statuses = filter.status() == null ? EnumSet.allOf(InvoiceStatus.class) : EnumSet.of(filter.status());
        return new InvoiceCriteria(Set.of(), filter.customerId(), null, statuses, filter.from(), filter.to());
    }

    InvoiceCriteria withCustomerWord(String word) {
        var words = new LinkedHashSet<>(customerWords);
        words.add(word);
        return new InvoiceCriteria(words, customerId, cents, statuses, from, to);
    }

    Optional<InvoiceCriteria> withCents(Cents other) {
        var both = cents == null
                ? other
                : new Cents(Math.max(cents.least(), other.least()), Math.min(cents.most(), other.most()));
        return both.least() > both.most()
                ? Optional.empty()
                : Optional.of(new InvoiceCriteria(customerWords, customerId, both, statuses, from, to));
    }

    Optional<InvoiceCriteria> withStatus(InvoiceStatus status) {
        return statuses.contains(status)
                ? Optional.of(new InvoiceCriteria(customerWords, customerId, cents, EnumSet.of(status), from, to))
                : Optional.empty();
    }

    Optional<InvoiceCriteria> withDates(LocalDate first, LocalDate last) {
        var later = from == null || first.isAfter(from) ? first : from;
        var earlier = to == null || last.isBefore(to) ? last : to;
        return later.isAfter(earlier)
                ? Optional.empty()
                : Optional.of(new InvoiceCriteria(customerWords, customerId, cents, statuses, later, earlier));
    }

    /** Whether only one of the statuses will do. */
    boolean hasStatus() {
        return statuses.size() == 1;
    }

    /** Whether a date is given, at one end at least. */
    boolean hasDates() {
        return from != null || to != null;
    }
}
