package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;

/** Feeds a grid page by page; rows are the same as long as their id is. */
final class CustomerRows {

    private final CustomerService customers;
    private final CallbackDataProvider<CustomerRow, Void> rows =
            new CallbackDataProvider<>(this::page, query -> (int) this.count, CustomerRow::id);
    private final Command failed;
    private CustomerListState state;
    private long count;

    /**
     * Rows for this grid, none as yet.
     *
     * @param failed runs when the database fails while the grid is being scrolled
     */
    CustomerRows(CustomerService customers, CustomerGrid grid, CustomerListState state, Command failed) {
        this.customers = customers;
        this.state = state;
        this.failed = failed;
        grid.setItems(rows);
    }

    /** Reads again how many match; the rows follow as they come into view. */
    long show(CustomerListState shown) {
        count = customers.count(shown.filter());
        state = shown;
        rows.refreshAll();
        return count;
    }

    private Stream<CustomerRow> page(Query<CustomerRow, Void> query) {
        var request = PageRequest.of(query.getPage(), query.getPageSize(), state.sort());
        return Failures.read(() -> customers.page(state.filter(), request), failed::execute).stream()
                .flatMap(List::stream);
    }
}
