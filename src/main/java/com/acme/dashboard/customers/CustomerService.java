package com.acme.dashboard.customers;

import com.acme.dashboard.common.ViolatedConstraint;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.validation.annotation.Validated;

/** The door to customers, for everyone who is signed in. Changes publish {@link CustomersChanged}. */
@Service
@Validated
@PreAuthorize("isAuthenticated()")
public class CustomerService {

    private final CustomerRepository customers;
    private final CustomerQueries queries;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    CustomerService(
            CustomerRepository customers,
            CustomerQueries queries,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.queries = queries;
        this.transactions = transactions;
        this.events = events;
    }

    /** The customers of that page with their totals. The sort is one of {@link CustomerSort}; anything else is by name. */
    public List<CustomerRow> page(CustomerFilter filter, Pageable pageable) {
        return queries.page(filter, pageable);
    }

    /** How many customers match. */
    public long count(CustomerFilter filter) {
        return queries.count(filter.query());
    }

    /** The customers that match, by name, to choose one of them; a page of them. */
    public List<CustomerOption> options(CustomerFilter filter, Pageable pageable) {
        return queries.options(filter.query(), pageable);
    }

    /** One customer, as one to choose. */
    public Optional<CustomerOption> option(UUID id) {
        return queries.option(id);
    }

    /** One customer with totals. */
    public Optional<CustomerRow> detail(UUID id) {
        return queries.detail(id);
    }

    /** The customer as the form edits it. */
    public Optional<CustomerDraft> draft(UUID id) {
        return customers.findById(id).map(CustomerDraft::of);
    }

    /** Another customer with that email, without regard to case; there may be several, which is no error. */
    public Optional<CustomerOption> withEmail(String email, @Nullable UUID except) {
        return queries.withEmail(email, except);
    }

    /**
     * Creates the customer, or changes it where the draft has an id.
     *
     * @return its id
     * @throws jakarta.validation.ConstraintViolationException where the draft misses something or is out of its limits
     * @throws CustomerConflict where someone else has saved it since the draft was read
     * @throws CustomerGone where it has been deleted since
     */
    @Transactional
    public UUID save(@Valid CustomerDraft draft) {
        try {
            var saved = customers.save(draft.toCustomer());
            events.publishEvent(new CustomersChanged());
            return Objects.requireNonNull(saved.id());
        } catch (OptimisticLockingFailureException _) {
            var theirs = draft(Objects.requireNonNull(draft.id())).orElseThrow(CustomerGone::new);
            throw new CustomerConflict(theirs);
        }
    }

    /**
     * Deletes the customer, whatever its version. Whether there are invoices is decided by their foreign key, so that
     * one that is being created at the same moment counts, too.
     *
     * @return what {@link #restore} needs
     * @throws CustomerGone where it has been deleted already
     * @throws CustomerHasInvoices where there are invoices of this customer
     */
    public DeletedCustomer delete(UUID id) {
        try {
            return transactions.execute(_ -> deleteNow(id));
        } catch (DataIntegrityViolationException refused) {
            ViolatedConstraint.require(CustomerHasInvoices.FOREIGN_KEY, refused);
            throw new CustomerHasInvoices(
                    queries.detail(id).map(CustomerRow::invoiceCount).orElse(0L));
        }
    }

    /** Brings a deleted customer back with its id; does nothing where it is back already. */
    @Transactional
    public void restore(DeletedCustomer deleted) {
        var customer = deleted.customer();
        customers.restore(
                Objects.requireNonNull(customer.id()),
                customer.name(),
                customer.email(),
                customer.imageUrl(),
                // A version that no open form can have: what was read before the deletion is outdated.
                Objects.requireNonNull(customer.version()) + 1);
        events.publishEvent(new CustomersChanged());
    }

    private DeletedCustomer deleteNow(UUID id) {
        var customer = customers.deleteReturning(id).orElseThrow(CustomerGone::new);
        events.publishEvent(new CustomersChanged());
        return new DeletedCustomer(customer);
    }
}
