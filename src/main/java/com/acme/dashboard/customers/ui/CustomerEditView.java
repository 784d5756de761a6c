package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.Ids;
import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.form.WayBack;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes or deletes one customer; leads back to a customer's page where its link came from there, else to the list. */
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

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        editor = null;
        removeAll();
        var id = event.getRouteParameters().get("id").flatMap(Ids::parse);
        Failures.attempt(
                () -> id.flatMap(customers::draft)
                        .ifPresentOrElse(
                                draft -> open(
                                        id.orElseThrow(),
                                        draft,
                                        event.getLocation().getQueryParameters()),
                                () -> event.rerouteToError(NotFoundException.class)),
                () -> add(
                        new PageHeader(getTranslation("customers.edit-title")),
                        new FailedState(getTranslation("customers.failed.one"))));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.guard(event);
        }
    }

    private void open(UUID id, CustomerDraft draft, QueryParameters parameters) {
        var list = CustomerListState.of(parameters);
        var back = WayBack.of(parameters, CustomerListState.PATH).map(WayBack::address);
        editor = new CustomerEditor(customers, actions, draft, list, back.orElseGet(list::address));
        add(
                new PageHeader(getTranslation("customers.edit-title"))
                        .under(new Breadcrumb()
                                .link(getTranslation("customers.title"), list.address())
                                .link(Names.shown(draft.name()), list.addressOf(id))
                                .current(getTranslation("customers.edit-title"))),
                editor);
    }
}
