package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.ActionLink;
import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.DetailSection;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.PageTitles;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.util.List;

/** One customer: how to reach them, what they owe and have paid, and what other features know of them. */
@Route("dashboard/customers/:id")
@PermitAll
class CustomerDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CustomerService customers;
    private final CustomerActions actions;
    private final List<DetailSection> sections;
    private String name = getTranslation("customers.title");

    CustomerDetailView(CustomerService customers, CustomerActions actions, List<DetailSection> sections) {
        this.customers = customers;
        this.actions = actions;
        this.sections = sections.stream()
                .filter(section -> CustomerListState.PATH.equals(section.path()))
                .toList();
        addClassName("customer-detail");
        setTestId("customer-detail");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Failures.attempt(
                () -> event.getRouteParameters()
                        .get("id")
                        .flatMap(Ids::parse)
                        .flatMap(customers::detail)
                        .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class)),
                () -> add(
                        new PageHeader(name),
                        new FailedState(
                                getTranslation("customers.failed.one"),
                                () -> UI.getCurrent().refreshCurrentRoute(false))));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(name);
    }

    private void show(CustomerRow customer) {
        name = customer.name();
        var create = ActionLink.create(
                getTranslation("customers.create-invoice"), CustomerListState.invoiceFor(customer.id()));
        create.setTestId("create-invoice");
        var edit = new ActionLink(getTranslation("customers.edit"), CustomerEditView.fromDetail(customer.id()));
        edit.setTestId("edit-customer");
        var delete = new Button(
                getTranslation("customers.delete"),
                click -> actions.delete(
                        customer.id(), customer.name(), () -> UI.getCurrent().navigate(CustomerListView.class)));
        add(
                new PageHeader(name, delete, edit, create)
                        .under(new Breadcrumb()
                                .link(getTranslation("customers.title"), CustomerListState.PATH)
                                .current(name)),
                facts(customer));
        sections.forEach(section -> add(section.of(customer.id())));
    }

    private Div facts(CustomerRow customer) {
        var list = new DescriptionList();
        var email = new Anchor("mailto:" + customer.email(), customer.email());
        email.addClassName("cut");
        list.add(new Term(getTranslation("customers.email")), new Description(email));
        fact(
                list,
                "customers.total-invoices",
                NumberFormat.getIntegerInstance(getLocale()).format(customer.invoiceCount()));
        fact(list, "customers.total-pending", customer.pending().format(getLocale()));
        fact(list, "customers.total-paid", customer.paid().format(getLocale()));
        list.addClassName("facts");
        var card = new Div(Avatars.of(customer.name(), customer.imageUrl()), list);
        card.addClassNames("card", "customer-facts");
        return card;
    }

    private void fact(DescriptionList list, String key, String value) {
        var figure = new Description(value);
        figure.addClassNames("figures");
        list.add(new Term(getTranslation(key)), figure);
    }
}
