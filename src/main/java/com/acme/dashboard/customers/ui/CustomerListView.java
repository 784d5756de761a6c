package com.acme.dashboard.customers.ui;

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
import com.acme.dashboard.common.ui.list.SearchField;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomerTotalsChanged;
import com.acme.dashboard.customers.CustomersChanged;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** All customers with their totals: searched and sorted, with that in the URL. */
@Route(CustomerListState.PATH)
@PageTitle("customers.title")
@Menu(title = "customers.title", order = 3, icon = "customers")
@PermitAll
class CustomerListView extends Div implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader(getTranslation("customers.title"));
    private final ActionLink create = ActionLink.create(getTranslation("customers.create"), CustomerCreateView.PATH);
    private final SearchField search = new SearchField(
            getTranslation("customers.search"),
            getTranslation("customers.search.label"),
            query -> filter(new CustomerFilter(query)));
    private final CustomerGrid grid;
    private final CustomerRows rows;
    private final FailedState failed = new FailedState(getTranslation("customers.failed"), this::retry);
    private final PrintedList printed = new PrintedList();
    private CustomerListState state = CustomerListState.of(QueryParameters.empty());

    CustomerListView(CustomerService customers, CustomerActions actions, Changes changes) {
        addClassName("list-page");
        header.announceCount();
        create.setTestId("create-customer");
        header.addAction(create);
        search.setTestId("customer-search");
        grid = new CustomerGrid(actions, () -> state);
        grid.onSortChosen(sort -> go(state.with(sort), false));
        rows = new CustomerRows(customers, grid, state, () -> showGrid(false));
        var toolbar = new Div(search);
        toolbar.addClassName("toolbar");
        toolbar.getElement().setAttribute("role", "search");
        add(header, toolbar, grid, failed, printed);
        changes.listen(this, CustomersChanged.class, this::refresh);
        changes.listen(this, CustomerTotalsChanged.class, this::refresh);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(CustomerListState.of(event.getLocation().getQueryParameters()));
        GridPosition.keep(grid, event);
    }

    private void filter(CustomerFilter filter) {
        // A search that is being typed is one step back in the browser's history, not one for each letter.
        go(state.with(filter), !filter.isEmpty() && !state.filter().isEmpty());
    }

    private void go(CustomerListState next, boolean replace) {
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

    private void show(CustomerListState shown) {
        state = shown;
        create.setHref(CustomerCreateView.PATH + state.toQuery());
        search.show(state.filter().query());
        grid.showSort(state.sort());
        refresh();
    }

    private void refresh() {
        Failures.attempt(
                () -> {
                    var count = rows.show(state);
                    header.setCount(count);
                    if (count == 0 && !state.filter().isEmpty()) {
                        header.announce(nothingFound());
                    }
                    printed.setTotal(count);
                    grid.setEmptyStateComponent(state.filter().isEmpty() ? noneYet() : offerToClear());
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

    private EmptyState noneYet() {
        var first = new ActionLink(getTranslation("customers.create"), CustomerCreateView.PATH);
        return new EmptyState(Glyph.CUSTOMERS, getTranslation("customers.none"), first);
    }

    private String nothingFound() {
        return getTranslation("customers.nothing-found", state.filter().query());
    }

    private EmptyState offerToClear() {
        var clear = new Button(getTranslation("customers.nothing-found.clear"), click -> {
            filter(CustomerFilter.NONE);
            search.focus();
        });
        return new EmptyState(Glyph.SEARCH, nothingFound(), clear);
    }
}
