package com.acme.dashboard.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The door to customers, for everyone who is signed in. */
@Service
@PreAuthorize("isAuthenticated()")
public class CustomerService {

    private final CustomerQueries queries;

    CustomerService(CustomerQueries queries) {
        this.queries = queries;
    }

    /** The customers whose name or email contains every word of the query, by name; a page of them. */
    public List<CustomerOption> options(String query, Pageable pageable) {
        return queries.options(query, pageable);
    }

    /** How many customers {@link #options} has in all its pages. */
    public long optionCount(String query) {
        return queries.optionCount(query);
    }

    /** One customer. */
    public Optional<CustomerOption> find(UUID id) {
        return queries.find(id);
    }

    /** One customer with totals. */
    public Optional<CustomerDetail> detail(UUID id) {
        return queries.detail(id);
    }
}
