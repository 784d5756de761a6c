package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.list.GridPosition;
import com.acme.dashboard.common.ui.list.PrintedList;
import com.acme.dashboard.customers.CustomersChanged;
import com.acme.dashboard.invoices.InvoiceFilter;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoicesChanged;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** All invoices: searched, filtered, sorted and selected, with all of that in the URL. */
@Route(InvoiceListState.PATH)
@PageTitle("invoices.title")
@Menu(title = "invoices.title", order = 2, icon = "invoice")
@PermitAll
class InvoiceListView extends Div implements AfterNavigationObserver {

    private final InvoiceService invoices;
    private final PageHeader header = new PageHeader(getTranslation("invoices.title"));
    private final ActionLink create = ActionLink.create(getTranslation("invoices.create"), InvoiceCreateView.PATH);
    private final InvoiceToolbar toolbar;
    private final InvoiceGrid grid;
    private final InvoiceRows rows;
    private final InvoiceSelectionBar selection;
    private final FailedState failed = new FailedState(getTranslation("invoices.failed"), this::retry);
    private final PrintedList printed = new PrintedList();
    private InvoiceListState state = InvoiceListState.of(QueryParameters.empty());

    InvoiceListView(
            InvoiceService invoices, InvoiceActions actions, InvoiceExports exports, Changes changes, Clock clock) {
        this.invoices = invoices;
        addClassName("invoice-list");
        header.announceCount();
        var export = new ExportMenu(format -> exports.exportAll(state, format));
        export.setTestId("export-menu");
        header.addAction(export);
        create.setTestId("create-invoice");
        header.addAction(create);
        toolbar = new InvoiceToolbar(clock, this::filter);
        grid = new InvoiceGrid(actions, () -> state.toQuery());
        grid.onSortChosen(sort -> go(state.with(sort), false));
        rows = new InvoiceRows(invoices, grid, state, this::fail);
        selection = new InvoiceSelectionBar(invoices, grid, actions, exports, () -> state);
        add(header, toolbar, grid, failed, printed, selection.announcement(), selection);
        changes.listen(this, InvoicesChanged.class, this::refresh);
        changes.listen(this, CustomersChanged.class, this::refresh);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(InvoiceListState.of(event.getLocation().getQueryParameters()));
        GridPosition.keep(grid, event);
    }

    private void filter(InvoiceFilter filter) {
        // A search that is being typed is one step back in the browser's history, not one for each letter.
        var typing = !filter.query().isEmpty()
                && !state.filter().query().isEmpty()
                && filter.equals(state.filter().withQuery(filter.query()));
        go(state.with(filter), typing);
    }

    private void go(InvoiceListState next, boolean replace) {
        if (next.equals(state)) {
            show(next);
            return;
        }
        grid.scrollToStart();
        if (replace) {
            Navigation.replace(next.address());
            show(next);
        } else {
            Navigation.to(next.address());
        }
    }

    private void show(InvoiceListState shown) {
        state = shown;
        create.setHref(InvoiceCreateView.PATH + state.toQuery());
        toolbar.show(state.filter());
        grid.showSort(state.sort());
        refresh();
    }

    private void refresh() {
        Failures.attempt(
                () -> {
                    var totals = invoices.totals();
                    var count = rows.show(state);
                    selection.refresh();
                    toolbar.showCounts(totals);
                    header.setCount(InvoiceWords.count(count));
                    printed.setTotal(InvoiceWords.count(count));
                    header.setSum(InvoiceWords.sum(state.filter(), totals));
                    if (count.value() == 0 && totals.count() > 0) {
                        header.announce(InvoiceWords.nothingFound(state.filter()));
                    }
                    grid.setEmptyStateComponent(totals.count() == 0 ? noneYet() : offerToClear());
                    showGrid(true);
                },
                this::fail);
    }

    private void fail() {
        showGrid(false);
    }

    private void retry() {
        refresh();
        grid.focusRows();
    }

    private void showGrid(boolean readable) {
        grid.setVisible(readable);
        failed.setVisible(!readable);
    }

    private Component noneYet() {
        var first = new ActionLink(getTranslation("invoices.create"), InvoiceCreateView.PATH);
        return new EmptyState(Glyph.INBOX, getTranslation("invoices.none"), first);
    }

    private Component offerToClear() {
        var clear = new Button(getTranslation("invoices.nothing-found.clear"), click -> {
            filter(InvoiceFilter.NONE);
            toolbar.focusSearch();
        });
        return new EmptyState(Glyph.SEARCH, InvoiceWords.nothingFound(state.filter()), clear);
    }
}
