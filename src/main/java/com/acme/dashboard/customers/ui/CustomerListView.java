package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;

/** All customers, found by what is typed of the name or email. */
@Route(CustomerListView.PATH)
@PageTitle("customers.title")
@Menu(title = "customers.title", order = 3, icon = "customers")
@PermitAll
class CustomerListView extends Div implements AfterNavigationObserver {

    static final String PATH = "dashboard/customers";

    private final CustomerService customers;
    private final PageHeader header = new PageHeader(getTranslation("customers.title"));
    private final TextField search = new TextField();
    private final Grid<CustomerOption> grid = new Grid<>();
    private final FailedState failed = new FailedState(getTranslation("customers.failed"), this::refresh);
    private final CallbackDataProvider<CustomerOption, Void> rows;
    private long count;

    CustomerListView(CustomerService customers) {
        this.customers = customers;
        addClassName("list-page");
        rows = new CallbackDataProvider<>(this::page, query -> (int) count, CustomerOption::id);
        search.setTestId("customer-search");
        search.getElement().setAttribute("data-shortcut", "search");
        search.setPlaceholder(getTranslation("customers.search"));
        search.setAriaLabel(getTranslation("customers.search.label"));
        search.setPrefixComponent(Glyph.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var query = event.getValue().strip();
                UI.getCurrent()
                        .navigate(
                                CustomerListView.class,
                                query.isEmpty() ? QueryParameters.empty() : QueryParameters.of("query", query));
            }
        });
        grid.setTestId("customer-grid");
        grid.setAriaLabel(getTranslation("customers.title"));
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("list-grid");
        grid.addColumn(name()).setHeader(getTranslation("customers.name")).setRowHeader(true);
        grid.addColumn(CustomerOption::email).setHeader(getTranslation("customers.email"));
        grid.setItems(rows);
        var toolbar = new Div(search);
        toolbar.addClassName("toolbar");
        add(header, toolbar, grid, failed);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var query = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("query")
                .orElse("");
        if (!search.getValue().strip().equals(query)) {
            search.setValue(query);
        }
        refresh();
    }

    private void refresh() {
        var read = Failures.attempt(
                () -> {
                    count = customers.optionCount(search.getValue().strip());
                    header.setCount(count);
                    grid.setEmptyStateComponent(
                            new EmptyState(Glyph.SEARCH, getTranslation("customers.nothing-found", search.getValue())));
                    rows.refreshAll();
                },
                () -> header.setCount(""));
        grid.setVisible(read);
        failed.setVisible(!read);
    }

    private Stream<CustomerOption> page(Query<CustomerOption, Void> query) {
        List<CustomerOption> found = new ArrayList<>();
        Failures.attempt(() -> found.addAll(
                customers.options(search.getValue().strip(), PageRequest.of(query.getPage(), query.getPageSize()))));
        return found.stream();
    }

    private static LitRenderer<CustomerOption> name() {
        return LitRenderer.<CustomerOption>of("""
                        <div class="customer-cell"><vaadin-avatar aria-hidden="true" theme="filled" .name="${item.name}"
                            .abbr="${item.initials}" .colorIndex="${item.color}" .img="${item.image}"></vaadin-avatar>
                          <a class="customer-name cut" href="${item.path}" router-link title="${item.name}">${item.name}</a></div>
                        """)
                .withProperty("name", CustomerOption::name)
                .withProperty("initials", customer -> Avatars.initials(customer.name()))
                .withProperty("color", customer -> Avatars.colorIndex(customer.name()))
                .withProperty("image", CustomerOption::imageUrl)
                .withProperty("path", customer -> PATH + "/" + customer.id());
    }
}
