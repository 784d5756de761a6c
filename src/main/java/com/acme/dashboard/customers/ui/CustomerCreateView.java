package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Breadcrumb;
import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.customers.CustomerDraft;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Creates a customer. */
@Route(CustomerCreateView.PATH)
@PageTitle("customers.create")
@PermitAll
class CustomerCreateView extends Div implements BeforeEnterObserver, BeforeLeaveObserver {

    static final String PATH = "dashboard/customers/create";

    private final CustomerService customers;
    private final CustomerActions actions;
    private @Nullable CustomerEditor editor;

    CustomerCreateView(CustomerService customers, CustomerActions actions) {
        this.customers = customers;
        this.actions = actions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var list = CustomerListState.of(event.getLocation().getQueryParameters());
        removeAll();
        editor = new CustomerEditor(customers, actions, CustomerDraft.blank(), list, list.address());
        add(
                new PageHeader(getTranslation("customers.create"))
                        .under(new Breadcrumb()
                                .link(getTranslation("customers.title"), list.address())
                                .current(getTranslation("customers.create"))),
                editor);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.guard(event);
        }
    }
}
