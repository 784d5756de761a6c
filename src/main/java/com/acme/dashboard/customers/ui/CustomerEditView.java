package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes or deletes one customer; with {@code ?return=detail} it leads back to the customer's page, else to the list. */
@Route("dashboard/customers/:id/edit")
@PageTitle("customers.edit-title")
@PermitAll
class CustomerEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver {

    private final CustomerService customers;
    private final CustomerActions actions;
    private @Nullable CustomerEditor editor;

    CustomerEditView(CustomerService customers, CustomerActions actions) {
        this.customers = customers;
        this.actions = actions;
    }

    /** The address of the form that leads back to the customer's page. */
    static String fromDetail(UUID id) {
        return CustomerListState.PATH + "/" + id + "/edit?return=detail";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        editor = null;
        removeAll();
        Failures.attempt(
                () -> event.getRouteParameters()
                        .get("id")
                        .flatMap(Ids::parse)
                        .flatMap(customers::draft)
                        .ifPresentOrElse(
                                draft -> open(draft, event.getLocation().getQueryParameters()),
                                () -> event.rerouteToError(NotFoundException.class)),
                () -> add(
                        new PageHeader(getTranslation("customers.edit-title")),
                        new FailedState(
                                getTranslation("customers.failed.one"),
                                () -> UI.getCurrent().refreshCurrentRoute(false))));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.guard(event);
        }
    }

    private void open(CustomerDraft draft, QueryParameters parameters) {
        var list = CustomerListState.of(parameters);
        var detail = CustomerListState.PATH + "/" + draft.id();
        Command toList = () -> UI.getCurrent().navigate(CustomerListView.class, list.toQueryParameters());
        Command toDetail = () -> UI.getCurrent().navigate(detail);
        var fromDetail = parameters.getSingleParameter("return").filter("detail"::equals);
        editor = new CustomerEditor(customers, actions, draft, toList, fromDetail.isPresent() ? toDetail : toList);
        add(
                new PageHeader(getTranslation("customers.edit-title"))
                        .under(new Breadcrumb()
                                .link(getTranslation("customers.title"), CustomerListState.PATH + list.toQuery())
                                .link(Names.shown(draft.name()), detail)
                                .current(getTranslation("customers.edit-title"))),
                editor);
    }
}
