package com.acme.dashboard.invoices;

import static java.util.stream.Collectors.toMap;

import com.acme.dashboard.common.ViolatedConstraint;
import com.acme.dashboard.customers.CustomerHasInvoices;
import com.acme.dashboard.customers.CustomerTotalsChanged;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The door to invoices, for everyone who is signed in. Changes publish {@link InvoicesChanged} and
 * {@link CustomerTotalsChanged}. */
@Service
@Validated
@PreAuthorize("isAuthenticated()")
public class InvoiceService {

    private final InvoiceRepository invoices;
    private final InvoiceQueries queries;
    private final PaidQueries paid;
    private final ExportQueries exports;
    private final ApplicationEventPublisher events;

    InvoiceService(
            InvoiceRepository invoices,
            InvoiceQueries queries,
            PaidQueries paid,
            ExportQueries exports,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.queries = queries;
        this.paid = paid;
        this.exports = exports;
        this.events = events;
    }

    /** The invoices of that page. The sort is one of {@link InvoiceSort}; anything else is newest first. */
    public List<InvoiceRow> page(InvoiceFilter filter, Pageable pageable) {
        return queries.page(filter, pageable);
    }

    /** How many invoices match: exact without a filter and with only a status, else exact up to {@link InvoiceCount#CAP}. */
    public InvoiceCount count(InvoiceFilter filter) {
        return queries.count(filter);
    }

    /** The totals of all invoices by status. */
    public InvoiceTotals totals() {
        return queries.totals();
    }

    /** The date of the oldest pending invoice, if one is pending. */
    public Optional<LocalDate> oldestPending() {
        return queries.oldestPending();
    }

    /** How many customers have a pending invoice. */
    public long owingCustomers() {
        return queries.owingCustomers();
    }

    /** What was paid in each month from the first to the last, both included, in their order; none is left out. */
    public List<PaidMonth> paidMonths(YearMonth first, YearMonth last) {
        return paid.months(first, last);
    }

    /** The same of one customer's invoices. */
    public List<PaidMonth> paidMonthsOf(UUID customerId, YearMonth first, YearMonth last) {
        return paid.monthsOf(customerId, first, last);
    }

    /** The years with a paid invoice, latest first. */
    public List<Year> paidYears() {
        return paid.years();
    }

    /**
     * Begins to export all that match, in the order of {@link #page}. Whoever calls has to read or to cancel it.
     *
     * @throws com.acme.dashboard.common.export.TooManyExports where as many are running as may
     */
    public InvoiceExport export(InvoiceFilter filter, Sort sort) {
        var query = exports.matching(filter, InvoiceOrder.of(sort));
        var count = count(filter);
        return exports.begin(query, count.capped() ? exports.count(query) : count.value());
    }

    /** The same of those with these ids that are still there. */
    public InvoiceExport exportOf(Collection<UUID> ids, Sort sort) {
        var query = exports.of(ids, InvoiceOrder.of(sort));
        return exports.begin(query, exports.count(query));
    }

    /** The invoice as the lists show it. */
    public Optional<InvoiceRow> row(UUID id) {
        return queries.row(id);
    }

    /** Those with the ids that are still there and match, as the lists show them. */
    public List<InvoiceRow> rows(Collection<UUID> ids, InvoiceFilter filter) {
        return queries.rows(ids, filter);
    }

    /** The invoice as the form edits it. */
    public Optional<InvoiceDraft> draft(UUID id) {
        return invoices.findById(id).map(InvoiceDraft::of);
    }

    /**
     * Creates the invoice, or changes it where the draft has an id.
     *
     * @return its id
     * @throws jakarta.validation.ConstraintViolationException where the draft misses something or is out of its limits
     * @throws InvoiceConflict where someone else has saved it since the draft was read
     * @throws InvoiceGone where it has been deleted since
     * @throws UnknownCustomer where the customer does not exist any more
     */
    @Transactional
    public UUID save(@Valid InvoiceDraft draft) {
        try {
            var saved = invoices.save(draft.toInvoice());
            announce();
            return Objects.requireNonNull(saved.id());
        } catch (OptimisticLockingFailureException _) {
            var theirs = draft(Objects.requireNonNull(draft.id())).orElseThrow(InvoiceGone::new);
            throw new InvoiceConflict(theirs);
        } catch (DataIntegrityViolationException refused) {
            ViolatedConstraint.require(CustomerHasInvoices.FOREIGN_KEY, refused);
            throw new UnknownCustomer();
        }
    }

    /**
     * Deletes the invoices, whatever their versions; those that are gone already are passed over.
     *
     * @return what {@link #restoreAll} needs, for those that were still there
     */
    @Transactional
    public List<DeletedInvoice> deleteAll(Collection<UUID> ids) {
        var deleted = invoices.deleteReturning(texts(ids, id -> id));
        announce();
        return deleted.stream().map(DeletedInvoice::new).toList();
    }

    /**
     * Brings deleted invoices back with their ids, all or none; passes over those that are back already.
     *
     * @return how many it brought back
     * @throws UnknownCustomer where the customer of one has been deleted meanwhile
     */
    @Transactional
    public int restoreAll(Collection<DeletedInvoice> deleted) {
        var rows = deleted.stream().map(DeletedInvoice::invoice).toList();
        try {
            var restored = invoices.restore(
                    texts(rows, Invoice::id),
                    texts(rows, Invoice::customerId),
                    texts(rows, row -> row.amount().cents()),
                    texts(rows, row -> row.status().text()),
                    texts(rows, Invoice::date),
                    // A version that no open form can have: what was read before the deletion is outdated.
                    texts(rows, row -> Objects.requireNonNull(row.version()) + 1));
            announce();
            return restored;
        } catch (DataIntegrityViolationException refused) {
            ViolatedConstraint.require(CustomerHasInvoices.FOREIGN_KEY, refused);
            throw new UnknownCustomer();
        }
    }

    /**
     * Marks those of the invoices paid that are pending; all or none.
     *
     * @return those that were pending, for {@link #undoMarkPaid}
     */
    @Transactional
    public PaidInvoices markPaid(Collection<UUID> ids) {
        var paid = invoices.markPaid(texts(ids, id -> id)).stream()
                .collect(toMap(
                        invoice -> Objects.requireNonNull(invoice.id()),
                        invoice -> Objects.requireNonNull(invoice.version())));
        announce();
        return new PaidInvoices(paid);
    }

    /**
     * Makes the invoices pending again, but for those that someone has changed or deleted since.
     *
     * @return how many are pending again
     */
    @Transactional
    public int undoMarkPaid(PaidInvoices paid) {
        var marked = paid.versions().entrySet();
        var undone = invoices.undoMarkPaid(texts(marked, Map.Entry::getKey), texts(marked, Map.Entry::getValue));
        announce();
        return undone;
    }

    private void announce() {
        events.publishEvent(new InvoicesChanged());
        events.publishEvent(new CustomerTotalsChanged());
    }

    /** What PostgreSQL reads as an array of any type. */
    private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream().map(column).map(String::valueOf).toArray(String[]::new);
    }
}
