package com.acme.dashboard.overview;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The door to the revenue, for everyone who is signed in. */
@Service
@PreAuthorize("isAuthenticated()")
public class RevenueService {

    private final RevenueQueries queries;

    RevenueService(RevenueQueries queries) {
        this.queries = queries;
    }

    /** The months that have a revenue, January first. */
    public List<RevenueMonth> months() {
        return queries.months();
    }
}
