package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.DetailSection;
import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.PageTitles;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.CustomerTotalsChanged;
import com.acme.dashboard.customers.CustomersChanged;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer: how to reach them, what they owe and have paid, and what other features know of them. */
@Route("dashboard/customers/:id")
@PermitAll
class CustomerDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CustomerService customers;
    private final CustomerActions actions;
    private final List<DetailSection> sections;
    private final CustomerFacts facts = new CustomerFacts();
    private PageHeader header = new PageHeader("");
    private Breadcrumb way = new Breadcrumb();
    private CustomerListState list = CustomerListState.of(QueryParameters.empty());
    private @Nullable CustomerRow shown;

    CustomerDetailView(
            CustomerService customers, CustomerActions actions, List<DetailSection> sections, Changes changes) {
        this.customers = customers;
        this.actions = actions;
        this.sections = sections.stream()
                .filter(section -> CustomerListState.PATH.equals(section.path()))
                .toList();
        addClassName("customer-detail");
        setTestId("customer-detail");
        changes.listen(this, CustomersChanged.class, this::refresh);
        changes.listen(this, CustomerTotalsChanged.class, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list = CustomerListState.of(event.getLocation().getQueryParameters());
        shown = null;
        removeAll();
        Failures.attempt(
                () -> event.getRouteParameters()
                        .get("id")
                        .flatMap(Ids::parse)
                        .flatMap(customers::detail)
                        .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class)),
                () -> add(
                        new PageHeader(getTranslation("customers.title")),
                        new FailedState(getTranslation("customers.failed.one"))));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(shown == null ? getTranslation("customers.title") : Names.shown(shown.name()));
    }

    private void show(CustomerRow customer) {
        shown = customer;
        way = new Breadcrumb()
                .link(getTranslation("customers.title"), list.address())
                .current(Names.shown(customer.name()));
        header = header(customer).under(way);
        facts.show(customer);
        add(header, facts);
        sections.forEach(section -> add(section.of(customer.id(), list.addressOf(customer.id()))));
    }

    private PageHeader header(CustomerRow customer) {
        var delete = new Button(getTranslation("customers.delete"), click -> delete());
        delete.setTestId("delete-customer");
        var edit = new ActionLink(getTranslation("customers.edit"), list.formFromPageOf(customer.id()));
        edit.setTestId("edit-customer");
        var create = ActionLink.create(
                getTranslation("customers.create-invoice"),
                CustomerListState.invoiceFor(customer.id(), list.addressOf(customer.id())));
        create.setTestId("create-invoice");
        return new PageHeader(Names.shown(customer.name()), delete, edit, create);
    }

    private void delete() {
        var customer = shown;
        if (customer != null) {
            actions.delete(customer.id(), Names.shown(customer.name()), list, () -> Navigation.to(list.address()));
        }
    }

    private void refresh() {
        var before = shown;
        if (before != null) {
            // Without an answer what is shown stays; the next change brings the next try.
            Failures.attempt(() -> customers.detail(before.id()).ifPresentOrElse(this::update, this::gone), () -> {});
        }
    }

    /** In place: whoever reads on keeps what they have sorted, selected and scrolled to. */
    private void update(CustomerRow customer) {
        shown = customer;
        header.setHeading(Names.shown(customer.name()));
        way.setCurrent(Names.shown(customer.name()));
        facts.show(customer);
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    private void gone() {
        shown = null;
        removeAll();
        var back = new ActionLink(getTranslation("customers.title"), list.address());
        add(
                new PageHeader(getTranslation("customers.title")),
                new EmptyState(Glyph.CUSTOMERS, getTranslation("customers.gone"), back));
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }
}
