package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.DetailSection;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.form.WayBack;
import com.acme.dashboard.common.ui.list.PrintedList;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoiceSort;
import com.acme.dashboard.invoices.InvoicesChanged;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;

/** A customer's invoices, on the customer's page. */
@SpringComponent
class CustomerInvoices implements DetailSection {

    private final InvoiceService invoices;
    private final InvoiceActions actions;
    private final InvoiceExports exports;
    private final Changes changes;

    CustomerInvoices(InvoiceService invoices, InvoiceActions actions, InvoiceExports exports, Changes changes) {
        this.invoices = invoices;
        this.actions = actions;
        this.exports = exports;
        this.changes = changes;
    }

    @Override
    public String path() {
        return "dashboard/customers";
    }

    @Override
    public Component of(UUID customerId, String address) {
        return new Section(
                new InvoiceListState(InvoiceFilter.NONE.withCustomer(customerId), InvoiceSort.DEFAULT),
                new WayBack(address).toQuery(QueryParameters.empty()));
    }

    private final class Section extends Div {

        private final Span count = new Span();
        private final InvoiceGrid grid;
        private final FailedState failed = new FailedState(getTranslation("invoices.failed"), this::retry);
        private final PrintedList printed = new PrintedList();
        private final InvoiceRows rows;
        private final InvoiceSelectionBar selection;
        private InvoiceListState state;

        Section(InvoiceListState state, String wayBack) {
            this.state = state;
            grid = new InvoiceGrid(actions, () -> wayBack);
            addClassName("customer-invoices");
            count.addClassNames("page-count", "figures");
            var head = new Div(new H2(getTranslation("invoices.title")), count);
            head.addClassName("page-heading");
            rows = new InvoiceRows(invoices, grid, state, () -> showGrid(false));
            grid.hideCustomer();
            grid.showSort(state.sort());
            grid.setEmptyStateComponent(new EmptyState(Glyph.INBOX, getTranslation("invoices.none-of-customer")));
            grid.onSortChosen(sort -> {
                this.state = this.state.with(sort);
                grid.showSort(sort);
                refresh();
            });
            selection = new InvoiceSelectionBar(invoices, grid, actions, exports, () -> this.state);
            add(head, grid, failed, printed, selection.announcement(), selection);
            changes.listen(this, InvoicesChanged.class, this::refresh);
            refresh();
        }

        private void refresh() {
            Failures.attempt(
                    () -> {
                        var all = InvoiceWords.count(rows.show(state));
                        selection.refresh();
                        count.setText(all);
                        printed.setTotal(all);
                        showGrid(true);
                    },
                    () -> showGrid(false));
        }

        private void retry() {
            refresh();
            grid.focusRows();
        }

        private void showGrid(boolean readable) {
            grid.setVisible(readable);
            failed.setVisible(!readable);
        }
    }
}
