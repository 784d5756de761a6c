package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.invoices.InvoiceCount;
import com.acme.dashboard.invoices.InvoiceRow;
import com.acme.dashboard.invoices.InvoiceService;
import com.vaadin.flow.component.grid.dataview.GridLazyDataView;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;

/**
 * Feeds a grid page by page; rows are the same as long as their id is, so that a refresh keeps the selection.
 * Another filter ends it: nothing is to be done to what is out of sight.
 */
final class InvoiceRows {

    private final InvoiceService invoices;
    private final InvoiceGrid grid;
    private final GridLazyDataView<InvoiceRow> view;
    private final Command failed;
    private InvoiceListState state;
    private InvoiceCount count = new InvoiceCount(0, false);

    /**
     * Rows for this grid, none as yet.
     *
     * @param failed runs when the database fails while the grid is being scrolled
     */
    InvoiceRows(InvoiceService invoices, InvoiceGrid grid, InvoiceListState state, Command failed) {
        this.invoices = invoices;
        this.grid = grid;
        this.state = state;
        this.failed = failed;
        view = grid.setItems(
                new CallbackDataProvider<InvoiceRow, Void>(this::page, query -> (int) count.value(), InvoiceRow::id));
    }

    /** Reads again what matches; the rows follow as they come into view. */
    InvoiceCount show(InvoiceListState shown) {
        count = invoices.count(shown.filter());
        if (!shown.filter().equals(state.filter())) {
            grid.deselectAll();
        }
        state = shown;
        if (count.capped()) {
            // There are more than were counted: the grid asks for further rows until there are none.
            view.setItemCountEstimate((int) count.value());
            view.setItemCountEstimateIncrease((int) count.value());
        } else {
            view.setItemCountFromDataProvider();
        }
        view.refreshAll();
        return count;
    }

    private Stream<InvoiceRow> page(Query<InvoiceRow, Void> query) {
        var request = PageRequest.of(query.getPage(), query.getPageSize(), state.sort());
        return Failures.read(() -> invoices.page(state.filter(), request), failed::execute).stream()
                .flatMap(List::stream);
    }
}
